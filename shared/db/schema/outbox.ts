import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Work that a committed row still owes to other places. Written in the same batch as the row; deleted when the work is
 * done, not when a message about it was sent.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text().primaryKey(),
    topic: text().notNull(),
    payload: text({ mode: 'json' }).notNull(),
    createdAt: integer().notNull(),
    /** Not before this time is the work sent again by the sweep. */
    dueAt: integer().notNull(),
    attempts: integer().notNull().default(0),
  },
  (table) => [index('outbox_due').on(table.dueAt)],
);
