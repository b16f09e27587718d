import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * Comments, in the shard of the post's author, which the id's shard bits name. A deleted one leaves no row. Counts are
 * kept by triggers and hold `published` ones only.
 */
export const comments = sqliteTable(
  'comments',
  {
    id: text().primaryKey(),
    postId: text().notNull(),
    /** The first comment of the thread; null for a comment on the post itself. */
    parentId: text(),
    /** Whom a reply answers: the writer of the thread's first comment, or of another reply, which may be gone since. */
    answeredUserId: text(),
    authorId: text().notNull(),
    text: text().notNull(),
    hashtags: text({ mode: 'json' }).$type<string[]>().notNull(),
    mentions: text({ mode: 'json' }).$type<{ userId: string; username: string }[]>().notNull(),
    /** `held`: seen by its writer and the post's author, until one of them changes that. */
    state: text({ enum: ['published', 'held'] }).notNull(),
    heldReason: text(),
    /** The writer's Idempotency-Key: a second insert of the same writing finds the first. */
    clientKey: text(),
    replyCount: integer().notNull().default(0),
    likeCount: integer().notNull().default(0),
    /** A reply took its writer more than a like: it counts twice. */
    score: integer().notNull().generatedAlwaysAs(sql`like_count + 2 * reply_count`, { mode: 'virtual' }),
    createdAt: integer().notNull(),
    editedAt: integer(),
  },
  (table) => [
    index('comments_newest').on(table.postId, table.parentId, table.id),
    index('comments_top').on(table.postId, table.parentId, table.score, table.id),
    index('comments_by_author').on(table.authorId, table.id),
    index('comments_held').on(table.parentId, table.authorId).where(sql`state = 'held'`),
    uniqueIndex('comments_by_client_key').on(table.authorId, table.clientKey).where(sql`client_key IS NOT NULL`),
  ],
);

/** Who likes a comment, beside the comment: a row a like, so that the trigger counts each person once. */
export const commentLikes = sqliteTable(
  'comment_likes',
  {
    commentId: text().notNull(),
    userId: text().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.userId] })],
);
