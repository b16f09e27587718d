import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Posts whose list of likers changed since their author's inbox looked, in the author's shard. A row a post, however many
 * like it; the inbox takes it out when its owner next reads.
 */
export const likeNews = sqliteTable(
  'like_news',
  {
    authorId: text().notNull(),
    postId: text().notNull(),
    /** Of the newest report; grows with each, so that a row which changed while it was read stays. */
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.authorId, table.postId] })],
);
