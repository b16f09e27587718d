import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Truth of an edge, in the follower's shard. `version` grows with every change; a row in state `none` is a tombstone. */
export const follows = sqliteTable(
  'follows',
  {
    followerId: text().notNull(),
    followeeId: text().notNull(),
    state: text({ enum: ['following', 'requested', 'none'] }).notNull(),
    version: integer().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.followerId, table.followeeId] }),
    index('follows_list').on(table.followerId, table.state, table.createdAt, table.followeeId),
  ],
);

/** The same edge in the followee's shard, derived: applied only when `version` is newer. */
export const followers = sqliteTable(
  'followers',
  {
    followeeId: text().notNull(),
    followerId: text().notNull(),
    followerCell: text().notNull(),
    state: text({ enum: ['following', 'requested', 'none'] }).notNull(),
    version: integer().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.followeeId, table.followerId] }),
    index('followers_list').on(table.followeeId, table.state, table.createdAt, table.followerId),
  ],
);

/** What can be followed. A missing row means an author in mode `push`. */
export const sources = sqliteTable('sources', {
  id: text().primaryKey(),
  /** `push`: delivered to cells. `pull`: read by cells. Between the two, both happen until every cell knows. */
  mode: text({ enum: ['push', 'to-pull', 'pull', 'to-push'] })
    .notNull()
    .default('push'),
  modeVersion: integer().notNull().default(0),
  /** Cells with at least one follower, kept by triggers. */
  cells: integer().notNull().default(0),
});

/** The audience: cells with at least one follower of a source, kept by triggers on `followers`. */
export const audienceCells = sqliteTable(
  'audience_cells',
  {
    sourceId: text().notNull(),
    cellId: text().notNull(),
    followers: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.cellId] })],
);

/** Truth of a block, in the blocker's shard; versioned like a follow. */
export const blocks = sqliteTable(
  'blocks',
  {
    blockerId: text().notNull(),
    blockedId: text().notNull(),
    active: integer({ mode: 'boolean' }).notNull(),
    version: integer().notNull(),
    createdAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.blockerId, table.blockedId] }),
    index('blocks_by_blocked').on(table.blockedId),
  ],
);
