import { sql } from 'drizzle-orm';
import type { FollowState } from '../../contracts/index.ts';
import type { ShardRouter } from '../shard-router.ts';

/** Users taken up by one page of a rebuild. */
const USERS_PAGE = 100;

export type EdgeCopy = { userId: string; sourceId: string; state: FollowState; version: number; createdAt: number };
export type BlockCopy = { blockerId: string; blockedId: string; version: number };

/** The users who live in a cell, from every database, a page of each at a time. */
export async function listCellUsers(shards: ShardRouter, cellId: string, after: string): Promise<string[]> {
  const lists = await Promise.all(
    shards.all().map((shard) =>
      shard.db.all<{ id: string }>(sql`
        SELECT id FROM users WHERE cell_id = ${cellId} AND id > ${after} ORDER BY id LIMIT ${USERS_PAGE}`),
    ),
  );
  return lists
    .flat()
    .map(({ id }) => id)
    .toSorted()
    .slice(0, USERS_PAGE);
}

/** Every edge of the users, tombstones too: what their cell holds as copies. */
export async function listEdges(shards: ShardRouter, userIds: readonly string[]): Promise<EdgeCopy[]> {
  const lists = await Promise.all(
    [...shards.group(userIds)].map(([shard, ids]) =>
      shard.db.all<EdgeCopy>(sql`
        SELECT follower_id AS userId, followee_id AS sourceId, state, version, created_at AS createdAt FROM follows
        WHERE follower_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
    ),
  );
  return lists.flat();
}

/** Every standing block that one of the users gave or got. Those they got are in the blockers' databases, so all are asked. */
export async function listBlocks(shards: ShardRouter, userIds: readonly string[]): Promise<BlockCopy[]> {
  const wanted = JSON.stringify(userIds);
  const lists = await Promise.all(
    shards.all().map((shard) =>
      shard.db.all<BlockCopy>(sql`
        SELECT blocker_id AS blockerId, blocked_id AS blockedId, version FROM blocks
        WHERE active AND (blocker_id IN (SELECT value FROM json_each(${wanted})) OR blocked_id IN (SELECT value FROM json_each(${wanted})))`),
    ),
  );
  return lists.flat();
}
