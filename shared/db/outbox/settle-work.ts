import { sql } from 'drizzle-orm';
import { commitBatch } from '../commit-batch.ts';
import { outbox } from '../schema/index.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';
import type { OutboxItem, OutboxWork } from './outbox-work.ts';

/** Forgets work that is done. */
export async function settleWork(shards: ShardRouter, outboxIds: Iterable<string>): Promise<void> {
  await Promise.all(
    [...shards.group(outboxIds)].map(([shard, ids]) =>
      shard.db.run(sql`DELETE FROM ${outbox} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
    ),
  );
}

/** Replaces a row by the parts that are left of it, in one batch: a crash keeps either the whole or all the parts. */
export async function splitWork(
  shard: Shard,
  outboxId: string,
  parts: readonly OutboxItem[],
  now: number,
): Promise<void> {
  const rows = parts.map(({ id, work }) => ({
    id,
    topic: work.topic,
    payload: work,
    createdAt: now,
    dueAt: now,
  }));
  const insert = shard.db.insert(outbox).values(rows).onConflictDoNothing();
  await commitBatch(shard, [insert, sql`DELETE FROM ${outbox} WHERE id = ${outboxId}`]);
}

/** Narrows a row to what is left of its work. */
export async function narrowWork(shard: Shard, outboxId: string, work: OutboxWork): Promise<void> {
  await shard.db.run(sql`UPDATE ${outbox} SET payload = ${JSON.stringify(work)} WHERE id = ${outboxId}`);
}
