import { sql } from 'drizzle-orm';
import { commitAndReadEach } from '../commit-batch.ts';
import { oweWithdrawals, readWithdrawals } from '../notifications/owe-withdrawals.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import type { ShardRouter } from '../shard-router.ts';

/** Deletes up to `limit` comments of a post, with their likes; answers how many, and what is owed to whoever was told. */
export async function deleteCommentsOf(
  shards: ShardRouter,
  postId: string,
  { limit, outboxIds }: { limit: number; outboxIds: readonly string[] },
  now: number,
): Promise<{ deleted: number; owed: OutboxItem[] }> {
  // Replies come before what they answer: whom they answer is known as long as they are there.
  const some = sql`
    SELECT id FROM comments WHERE post_id = ${postId} ORDER BY parent_id DESC, id DESC LIMIT ${limit}`;
  const [owed, deleted = []] = await commitAndReadEach(shards.forId(postId), [
    oweWithdrawals(postId, sql`c.id IN (${some})`, outboxIds, now),
    sql`DELETE FROM comments WHERE id IN (${some}) RETURNING id`,
  ]);
  return { deleted: deleted.length, owed: readWithdrawals(owed) };
}
