import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** The post that an author wrote with this key, in any state: what an earlier run of the same request left. */
export async function findPostByKey(
  shards: ShardRouter,
  authorId: string,
  clientKey: string,
): Promise<string | undefined> {
  const [row] = await shards
    .forId(authorId)
    .db.all<{ id: string }>(sql`SELECT id FROM posts WHERE author_id = ${authorId} AND client_key = ${clientKey}`);
  return row?.id;
}
