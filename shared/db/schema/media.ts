import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Media, in the owner's shard. The bytes are in R2 under `media/<id>/`. */
export const media = sqliteTable(
  'media',
  {
    id: text().primaryKey(),
    ownerId: text().notNull(),
    kind: text({ enum: ['photo', 'video'] }).notNull(),
    state: text({ enum: ['pending', 'uploaded', 'processing', 'ready', 'failed', 'deleted'] }).notNull(),
    declaredType: text().notNull(),
    declaredSize: integer().notNull(),
    /** Judged by content; null until verified. */
    contentType: text(),
    size: integer(),
    /** R2's tag of the bytes that were verified: variants are made from these and no others. */
    sourceEtag: text(),
    /** An open multipart upload. */
    uploadId: text(),
    /** Pixels, upright. */
    width: integer(),
    height: integer(),
    /** Milliseconds, for videos. */
    durationMs: integer(),
    blurhash: text(),
    altText: text().notNull().default(''),
    filter: text(),
    animated: integer({ mode: 'boolean' }).notNull().default(false),
    /** Facts of the camera, never of the place, as JSON. */
    camera: text({ mode: 'json' }).$type<Record<string, string | number>>(),
    /** 64-bit perceptual hash as 16 hex digits. */
    perceptualHash: text(),
    /** Stream's id of a video. */
    streamId: text(),
    /** What moderation made of it; null until it was asked. */
    moderation: text({ enum: ['clean', 'sensitive', 'held', 'blocked'] }),
    /** `account`: seen by whoever may see the owner. `restricted`: only through a signed URL that its resource minted. */
    audience: text({ enum: ['account', 'restricted'] })
      .notNull()
      .default('account'),
    errorCode: text(),
    attempts: integer().notNull().default(0),
    /** True once a published post, an avatar or a story shows it: an orphan otherwise. */
    attached: integer({ mode: 'boolean' }).notNull().default(false),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (table) => [
    index('media_by_owner').on(table.ownerId, table.id),
    index('media_by_state').on(table.state, table.updatedAt),
  ],
);
