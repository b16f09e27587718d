import { sql } from 'drizzle-orm';
import { commitBatch } from '../commit-batch.ts';
import { outbox } from '../schema/index.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';
import type { OutboxItem, OutboxWork } from './outbox-work.ts';
import { FIRST_ATTEMPT_MS } from './owe-work.ts';

/** Forgets work that is done. */
export async function settleWork(shards: ShardRouter, outboxIds: Iterable<string>): Promise<void> {
  await Promise.all(
    [...shards.group(outboxIds)].map(([shard, ids]) =>
      shard.db.run(sql`DELETE FROM ${outbox} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
    ),
  );
}

/**
 * Replaces a row by its parts in one batch: a crash keeps either the whole or all the parts. Answers whether it did; a
 * row that is already gone, because the message came twice, is not split again.
 */
export async function splitWork(
  shard: Shard,
  outboxId: string,
  parts: readonly OutboxItem[],
  now: number,
): Promise<boolean> {
  const rows = JSON.stringify(parts.map(({ id, work }) => [id, work.topic, JSON.stringify(work)]));
  const [inserted = 0] = await commitBatch(shard, [
    sql`INSERT INTO outbox (id, topic, payload, created_at, due_at)
        SELECT value ->> 0, value ->> 1, value ->> 2, ${now}, ${now + FIRST_ATTEMPT_MS} FROM json_each(${rows})
        WHERE EXISTS (SELECT 1 FROM outbox WHERE id = ${outboxId})`,
    sql`DELETE FROM ${outbox} WHERE id = ${outboxId}`,
  ]);
  return inserted > 0;
}

/** Narrows a row to what is left of its work. */
export async function narrowWork(shard: Shard, outboxId: string, work: OutboxWork): Promise<void> {
  await shard.db.run(sql`UPDATE ${outbox} SET payload = ${JSON.stringify(work)} WHERE id = ${outboxId}`);
}
