import { sql } from 'drizzle-orm';
import { commitAndRead } from '../commit-batch.ts';
import { freeOldKey } from '../idempotency/free-old-key.ts';
import type { ShardRouter } from '../shard-router.ts';

/**
 * The post that an author wrote with this key within a day, in any state: what an earlier run of the same request left. A
 * key that was used before that is free afterwards.
 */
export async function findPostByKey(
  shards: ShardRouter,
  { authorId, clientKey }: { authorId: string; clientKey: string },
  now: number,
): Promise<string | undefined> {
  const [row] = await commitAndRead<{ id: string }>(shards.forId(authorId), [
    freeOldKey('posts', { authorId, clientKey }, now),
    sql`SELECT id FROM posts WHERE author_id = ${authorId} AND client_key = ${clientKey}`,
  ]);
  return row?.id;
}
