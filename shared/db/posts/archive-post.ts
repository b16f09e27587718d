import { sql } from 'drizzle-orm';
import { commitBatch } from '../commit-batch.ts';
import { oweWork } from '../outbox/owe-work.ts';
import type { ShardRouter } from '../shard-router.ts';
import { restrictMedia } from './media-of-post.ts';

/** Takes a published post, with its media, out of everybody's sight, or brings it back to where it was. */
export async function archivePost(
  shards: ShardRouter,
  postId: string,
  archived: boolean,
  outboxId: string,
  now: number,
): Promise<void> {
  const shard = shards.forId(postId);
  const [from, to] = archived ? ['published', 'archived'] : ['archived', 'published'];
  await commitBatch(shard, [
    sql`UPDATE posts SET state = ${to}, revision = revision + 1 WHERE id = ${postId} AND state = ${from}`,
    restrictMedia(postId, archived),
    oweWork(shard, { id: outboxId, work: { topic: 'post', postId } }, now),
  ]);
}
