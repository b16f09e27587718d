import { type SQL, sql } from 'drizzle-orm';
import { outbox } from '../schema/index.ts';
import type { Shard } from '../shard-router.ts';
import type { OutboxItem } from './outbox-work.ts';

/** The message sent with the row has this long to get the work done before the sweep sends another. */
export const FIRST_ATTEMPT_MS = 30_000;

/** The statement that notes work in the same batch as the row that owes it. */
export function oweWork(shard: Shard, { id, work }: OutboxItem, now: number) {
  return shard.db.insert(outbox).values({
    id,
    topic: work.topic,
    payload: work,
    createdAt: now,
    dueAt: now + FIRST_ATTEMPT_MS,
  });
}

/** The same, if `condition` holds when the statement's turn in its batch comes. */
export function oweWorkIf(condition: SQL, { id, work }: OutboxItem, now: number): SQL {
  return sql`INSERT INTO outbox (id, topic, payload, created_at, due_at)
    SELECT ${id}, ${work.topic}, ${JSON.stringify(work)}, ${now}, ${now + FIRST_ATTEMPT_MS} WHERE ${condition}`;
}
