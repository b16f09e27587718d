import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Answers of writes that carried an Idempotency-Key, in the user's shard, for a day. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    userId: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of method, path and body. */
    fingerprint: text().notNull(),
    /** Names the request that runs: a request that was overtaken cannot end another's claim. */
    claim: text().notNull(),
    /** Until then (Unix ms) the running request is taken for alive. */
    lockedUntil: integer().notNull(),
    /** Null while it runs. */
    status: integer(),
    headers: text({ mode: 'json' }).$type<Record<string, string>>(),
    body: text(),
    createdAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.key] }),
    index('idempotency_keys_by_time').on(table.createdAt),
  ],
);
