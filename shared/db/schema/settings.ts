import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What a user chose, in their shard. A missing row means the defaults. */
export const userSettings = sqliteTable('user_settings', {
  userId: text().primaryKey(),
  /** Who may tag the user on photos. */
  taggableBy: text({ enum: ['everyone', 'following', 'nobody'] })
    .notNull()
    .default('everyone'),
  /** Comments that hold one of these are held back on the user's posts. */
  hiddenWords: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  updatedAt: integer().notNull(),
});
