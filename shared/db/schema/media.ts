import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Camera } from '../../contracts/index.ts';

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
    camera: text({ mode: 'json' }).$type<Camera>(),
    /** The owner wants the camera's facts to be seen. */
    showCamera: integer({ mode: 'boolean' }).notNull().default(false),
    /** Subtitles of a video; the WebVTT files are in R2. */
    captions: text({ mode: 'json' }).$type<{ language: string; label: string }[]>(),
    /** 64-bit perceptual hash as 16 hex digits. */
    perceptualHash: text(),
    /** Stream's id of a video. */
    streamId: text(),
    /** What moderation made of it; null until it was asked. */
    moderation: text({ enum: ['clean', 'sensitive', 'held', 'blocked'] }),
    /** Why, in the words of the classifier, the list or the reviewer. */
    moderationReason: text(),
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
    index('media_by_moderation').on(table.moderation, table.id),
  ],
);

/** Parts of an open multipart upload that have arrived, in the owner's shard. R2's binding cannot list them. */
export const mediaParts = sqliteTable(
  'media_parts',
  {
    mediaId: text().notNull(),
    number: integer().notNull(),
    etag: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.mediaId, table.number] })],
);

/**
 * Perceptual hashes by their bands, in the shard of `hash(band, value)`: pictures that differ little share at least one
 * band. `ref` is a medium, or the listed hash itself when `kind` is `listed`.
 */
export const hashBands = sqliteTable(
  'hash_bands',
  {
    band: integer().notNull(),
    value: integer().notNull(),
    kind: text({ enum: ['media', 'listed'] }).notNull(),
    ref: text().notNull(),
    hash: text().notNull(),
    ownerId: text(),
  },
  (table) => [primaryKey({ columns: [table.band, table.value, table.kind, table.ref] })],
);

/** Webhook deliveries that were taken, so that none is taken twice; in the shard of the medium they are about. */
export const webhookReceipts = sqliteTable('webhook_receipts', {
  signature: text().primaryKey(),
  receivedAt: integer().notNull(),
});
