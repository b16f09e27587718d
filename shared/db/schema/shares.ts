import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Truth of who passes a post on to their followers, in the sharer's shard; versioned like a follow. */
export const shares = sqliteTable(
  'shares',
  {
    userId: text().notNull(),
    postId: text().notNull(),
    /** The row of `posts` that travels to followers, of the newest time it was shared. */
    repostId: text().notNull(),
    active: integer({ mode: 'boolean' }).notNull(),
    version: integer().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.postId] })],
);

/** The same in the original's shard, derived: applied only when `version` is newer. A trigger moves `posts.share_count`. */
export const postShares = sqliteTable(
  'post_shares',
  {
    postId: text().notNull(),
    userId: text().notNull(),
    active: integer({ mode: 'boolean' }).notNull(),
    version: integer().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.userId] })],
);
