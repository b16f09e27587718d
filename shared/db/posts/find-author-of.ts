import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** Whose post it is that is out of everybody's sight; undefined for a post in any other state. */
export async function findAuthorOf(
  shards: ShardRouter,
  postId: string,
  states: readonly ('archived' | 'deleted')[],
): Promise<string | undefined> {
  const [row] = await shards.forId(postId).db.all<{ authorId: string }>(sql`
    SELECT author_id AS authorId FROM posts
    WHERE id = ${postId} AND kind = 'post' AND state IN (SELECT value FROM json_each(${JSON.stringify(states)}))`);
  return row?.authorId;
}
