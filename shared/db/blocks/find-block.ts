import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** The truth of a block, or undefined when there never was one. */
export async function findBlock(
  shards: ShardRouter,
  blockerId: string,
  blockedId: string,
): Promise<{ active: boolean; version: number } | undefined> {
  const [row] = await shards.forId(blockerId).db.all<{ active: number; version: number }>(sql`
    SELECT active, version FROM blocks WHERE blocker_id = ${blockerId} AND blocked_id = ${blockedId}`);
  return row && { active: row.active === 1, version: row.version };
}
