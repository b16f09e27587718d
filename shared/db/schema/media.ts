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
    /** Pixels, upright. */
    width: integer(),
    height: integer(),
    /** Milliseconds, for videos. */
    durationMs: integer(),
    blurhash: text(),
    altText: text().notNull().default(''),
    filter: text(),
    /** 64-bit perceptual hash as 16 hex digits. */
    perceptualHash: text(),
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
