import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** Empties a deleted post's list of likers by up to `limit` rows; answers how many. Late reports add none. */
export async function deleteLikersOf(shards: ShardRouter, postId: string, limit: number): Promise<number> {
  const { meta } = await shards.forId(postId).db.run(sql`
    DELETE FROM post_likers WHERE (post_id, user_id) IN
      (SELECT post_id, user_id FROM post_likers WHERE post_id = ${postId} LIMIT ${limit})`);
  return meta.changes;
}
