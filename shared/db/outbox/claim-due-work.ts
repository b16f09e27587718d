import { sql } from 'drizzle-orm';
import type { Shard } from '../shard-router.ts';
import type { OutboxItem } from './outbox-work.ts';

/** Rows taken up by one sweep of one database. */
const SWEEP_SIZE = 500;
/** Tries grow apart, up to an hour. */
const MAX_BACKOFF_MS = 3_600_000;
const BACKOFF_MS = 60_000;

/** Rows whose work was not done in time. Taking them moves their next try, so that two sweeps do not take the same. */
export async function claimDueWork(shard: Shard, now: number): Promise<OutboxItem[]> {
  const rows = await shard.db.all<{ id: string; payload: string }>(sql`
    UPDATE outbox SET attempts = attempts + 1, due_at = ${now} + min(${MAX_BACKOFF_MS}, ${BACKOFF_MS} << min(attempts, 6))
    WHERE id IN (SELECT id FROM outbox WHERE due_at <= ${now} ORDER BY due_at LIMIT ${SWEEP_SIZE})
    RETURNING id, payload`);
  return rows.map(({ id, payload }) => ({ id, work: JSON.parse(payload) }));
}
