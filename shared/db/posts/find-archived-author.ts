import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** Whose archived post it is; undefined for a post in any other state. */
export async function findArchivedAuthor(shards: ShardRouter, postId: string): Promise<string | undefined> {
  const [row] = await shards.forId(postId).db.all<{ authorId: string }>(sql`
    SELECT author_id AS authorId FROM posts WHERE id = ${postId} AND kind = 'post' AND state = 'archived'`);
  return row?.authorId;
}
