import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';
import type { Edge, EdgeRow } from './change-follow.ts';

/**
 * Copies an edge into the followee's shard. Triggers move the follower count and the audience with the row, so a repeated
 * or late copy (an older version) moves neither.
 */
export async function applyReverseEdge(
  shards: ShardRouter,
  { followerId, followeeId }: Edge,
  edge: EdgeRow,
): Promise<void> {
  await shards.forId(followeeId).db.run(sql`
    INSERT INTO followers (followee_id, follower_id, follower_cell, state, version, created_at)
    VALUES (${followeeId}, ${followerId}, ${edge.followerCell}, ${edge.state}, ${edge.version}, ${edge.createdAt})
    ON CONFLICT (followee_id, follower_id) DO UPDATE SET
      follower_cell = excluded.follower_cell, state = excluded.state, version = excluded.version, created_at = excluded.created_at
    WHERE excluded.version > version OR (excluded.version = version AND excluded.follower_cell <> follower_cell)`);
}
