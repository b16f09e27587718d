import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Posts, in the author's shard. Only `published` ones are visible to others. */
export const posts = sqliteTable(
  'posts',
  {
    id: text().primaryKey(),
    authorId: text().notNull(),
    /** Place in timelines: drawn when the post is published, so the id itself unless that came later. */
    entryId: text().notNull(),
    /** The post that a repost shows, and its author. */
    targetId: text(),
    targetAuthorId: text(),
    kind: text({ enum: ['post', 'repost'] })
      .notNull()
      .default('post'),
    state: text({ enum: ['waiting', 'draft', 'scheduled', 'published', 'archived', 'hidden', 'deleted'] }).notNull(),
    caption: text().notNull().default(''),
    latitude: real(),
    longitude: real(),
    locationName: text(),
    hideLikes: integer({ mode: 'boolean' }).notNull().default(false),
    commentsOff: integer({ mode: 'boolean' }).notNull().default(false),
    pinnedCommentId: text(),
    /** When a scheduled post is due; since when a waiting one waits for its media. */
    publishAt: integer(),
    /** The author's Idempotency-Key: a second insert of the same writing finds the first. */
    clientKey: text(),
    /** Grows with every edit: the cache key of the lasting part of a card. */
    revision: integer().notNull().default(0),
    likeCount: integer().notNull().default(0),
    /** Reports of likes in the window `likeWindow`, by triggers: many mean that the post is hot. */
    likeReports: integer().notNull().default(0),
    likeWindow: integer().notNull().default(0),
    /** Grows with each report of a cell that `likeCount` takes, by triggers; see `CountedTo`. */
    likeVersion: integer().notNull().default(0),
    /** The sequence of the post's counter that `likeCount` has. */
    likeCounterSequence: integer().notNull().default(0),
    commentCount: integer().notNull().default(0),
    shareCount: integer().notNull().default(0),
    createdAt: integer().notNull(),
    editedAt: integer(),
    deletedAt: integer(),
  },
  (table) => [
    index('posts_by_author').on(table.authorId, table.state, table.entryId),
    index('posts_due').on(table.publishAt).where(sql`state = 'scheduled'`),
    index('posts_waiting').on(table.publishAt).where(sql`state = 'waiting'`),
    uniqueIndex('posts_by_client_key').on(table.authorId, table.clientKey).where(sql`client_key IS NOT NULL`),
  ],
);

export const postMedia = sqliteTable(
  'post_media',
  {
    postId: text().notNull(),
    position: integer().notNull(),
    mediaId: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.position] }), index('post_media_by_media').on(table.mediaId)],
);

export const postHashtags = sqliteTable(
  'post_hashtags',
  {
    postId: text().notNull(),
    tag: text().notNull(),
    /** The post's place in timelines, which a trigger moves when a draft is published. */
    entryId: text().notNull().default(''),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.tag] }),
    index('post_hashtags_by_place').on(table.tag, table.entryId, table.postId),
  ],
);

export const postMentions = sqliteTable(
  'post_mentions',
  {
    postId: text().notNull(),
    userId: text().notNull(),
    username: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.userId] }),
    index('post_mentions_by_user').on(table.userId, table.postId),
  ],
);

/**
 * What each timeline cell contributes to a post's likes: the number of its users who like it, and the cell's sequence.
 * A total is absolute, so a repeated or late report changes nothing; a trigger moves `posts.like_count`.
 */
export const postLikeCells = sqliteTable(
  'post_like_cells',
  {
    postId: text().notNull(),
    cellId: text().notNull(),
    likes: integer().notNull(),
    sequence: integer().notNull(),
    /** Unix seconds / LIKE_WINDOW_SECONDS of the report. */
    window: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.postId, table.cellId] })],
);

/**
 * Who likes a post, written behind by the likers' cells, which are the truth. `version` counts a user's changes of mind:
 * the highest one holds, so a row of somebody who likes no longer stays and keeps late reports out.
 */
export const postLikers = sqliteTable(
  'post_likers',
  {
    postId: text().notNull(),
    userId: text().notNull(),
    liked: integer({ mode: 'boolean' }).notNull(),
    /** When they liked it. */
    at: integer().notNull(),
    version: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.userId] }),
    index('post_likers_newest').on(table.postId, table.at, table.userId).where(sql`liked`),
  ],
);

/** People on the photos of a post. A refused tag stays as a row, so that an edit cannot bring it back. */
export const postPeople = sqliteTable(
  'post_people',
  {
    postId: text().notNull(),
    mediaId: text().notNull(),
    userId: text().notNull(),
    username: text().notNull().default(''),
    /** From the left and the top edge, 0 to 1. */
    x: real().notNull(),
    y: real().notNull(),
    state: text({ enum: ['shown', 'refused'] })
      .notNull()
      .default('shown'),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.userId, table.mediaId] }),
    index('post_people_by_user').on(table.userId, table.postId).where(sql`state = 'shown'`),
  ],
);

/** What an edit replaced: the version of the post that was shown until `replacedAt`. */
export const postVersions = sqliteTable(
  'post_versions',
  {
    postId: text().notNull(),
    revision: integer().notNull(),
    snapshot: text({ mode: 'json' }).notNull(),
    replacedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.revision] })],
);
