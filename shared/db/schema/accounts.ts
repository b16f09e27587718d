import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Times of every table are Unix milliseconds. Counts are kept by triggers (see the `triggers` migration), never by callers. */
export const users = sqliteTable(
  'users',
  {
    id: text().primaryKey(),
    username: text().notNull(),
    email: text().notNull(),
    fullName: text().notNull().default(''),
    bio: text().notNull().default(''),
    avatarMediaId: text(),
    isPrivate: integer({ mode: 'boolean' }).notNull().default(false),
    status: text({ enum: ['active', 'suspended', 'deleted'] })
      .notNull()
      .default('active'),
    passwordHash: text().notNull(),
    /** Digest of the Idempotency-Key that the account was made with: a second sign-up with it is a retry. */
    signUpKey: text(),
    /** The timeline cell that holds this user's home timeline. */
    cellId: text().notNull(),
    postCount: integer().notNull().default(0),
    followerCount: integer().notNull().default(0),
    followingCount: integer().notNull().default(0),
    createdAt: integer().notNull(),
    updatedAt: integer().notNull(),
  },
  (table) => [
    index('users_by_cell').on(table.cellId, table.id),
    index('users_by_followers').on(table.followerCount, table.id),
  ],
);

/** Unique names, in the shard of `hash(kind, value)`: the one place where two sign-ups meet. */
export const handles = sqliteTable(
  'handles',
  {
    kind: text({ enum: ['username', 'email'] }).notNull(),
    value: text().notNull(),
    userId: text().notNull(),
    reservedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.value] })],
);

/** One log-in on one device. Only the newest refresh token's hash is valid; an older one revokes the row. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: text().notNull(),
    tokenHash: text().notNull(),
    generation: integer().notNull().default(0),
    createdAt: integer().notNull(),
    refreshedAt: integer().notNull(),
    expiresAt: integer().notNull(),
    revokedAt: integer(),
  },
  (table) => [
    index('sessions_by_user').on(table.userId, table.createdAt),
    index('sessions_by_expiry').on(table.expiresAt),
  ],
);
