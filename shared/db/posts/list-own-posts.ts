import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** An author's posts that nobody else sees, newest first, below an id. */
export async function listOwnPosts(
  shards: ShardRouter,
  { authorId, states, before, limit }: { authorId: string; states: readonly string[]; before: string; limit: number },
): Promise<string[]> {
  const rows = await shards.forId(authorId).db.all<{ id: string }>(sql`
    SELECT id FROM posts
    WHERE author_id = ${authorId} AND state IN (SELECT value FROM json_each(${JSON.stringify(states)}))
      AND kind = 'post' AND id < ${before} ORDER BY id DESC LIMIT ${limit}`);
  return rows.map(({ id }) => id);
}

/** How many drafts an author has, scheduled and waiting ones included. */
export async function countDrafts(shards: ShardRouter, authorId: string): Promise<number> {
  const [row] = await shards.forId(authorId).db.all<{ n: number }>(sql`
    SELECT count(*) AS n FROM posts WHERE author_id = ${authorId} AND state IN ('draft', 'scheduled', 'waiting')`);
  return row?.n ?? 0;
}
