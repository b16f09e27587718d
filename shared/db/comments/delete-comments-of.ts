import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** Deletes up to `limit` comments of a post, with their likes; answers how many. */
export async function deleteCommentsOf(shards: ShardRouter, postId: string, limit: number): Promise<number> {
  const rows = await shards.forId(postId).db.all(sql`
    DELETE FROM comments WHERE id IN (SELECT id FROM comments WHERE post_id = ${postId} LIMIT ${limit}) RETURNING id`);
  return rows.length;
}
