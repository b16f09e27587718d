import { and, eq, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { blocks, followers, follows } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

/** How a viewer and another user stand, from the truth of edges and blocks. */
export type Relations = {
  following: boolean;
  requested: boolean;
  followedBy: boolean;
  blocking: boolean;
  blockedBy: boolean;
};

/** The viewer's relations to each of the users: one batch in the viewer's shard, and one query in each of the users'. */
export async function loadRelations(
  shards: ShardRouter,
  viewerId: string,
  userIds: readonly string[],
): Promise<Map<string, Relations>> {
  const [own, blockers] = await Promise.all([
    loadOwnSide(shards, viewerId, userIds),
    loadBlockers(shards, viewerId, userIds),
  ]);
  return new Map(userIds.map((id) => [id, { ...own(id), blockedBy: blockers.has(id) }]));
}

async function loadOwnSide(shards: ShardRouter, viewerId: string, userIds: readonly string[]) {
  const { db } = shards.forId(viewerId);
  const [out, incoming, blocked] = await db.batch([
    db
      .select({ id: follows.followeeId, state: follows.state })
      .from(follows)
      .where(and(eq(follows.followerId, viewerId), isAmong(follows.followeeId, userIds))),
    db
      .select({ id: followers.followerId, state: followers.state })
      .from(followers)
      .where(and(eq(followers.followeeId, viewerId), isAmong(followers.followerId, userIds))),
    db
      .select({ id: blocks.blockedId })
      .from(blocks)
      .where(and(eq(blocks.blockerId, viewerId), eq(blocks.active, true), isAmong(blocks.blockedId, userIds))),
  ]);
  const states = new Map(out.map(({ id, state }) => [id, state]));
  const followedBy = new Set(incoming.filter(({ state }) => state === 'following').map(({ id }) => id));
  const blocking = new Set(blocked.map(({ id }) => id));
  return (id: string) => ({
    following: states.get(id) === 'following',
    requested: states.get(id) === 'requested',
    followedBy: followedBy.has(id),
    blocking: blocking.has(id),
  });
}

async function loadBlockers(shards: ShardRouter, viewerId: string, userIds: readonly string[]): Promise<Set<string>> {
  const groups = [...shards.group(userIds)];
  const found = await Promise.all(
    groups.map(([{ db }, ids]) =>
      db
        .select({ id: blocks.blockerId })
        .from(blocks)
        .where(and(isAmong(blocks.blockerId, ids), eq(blocks.blockedId, viewerId), eq(blocks.active, true))),
    ),
  );
  return new Set(found.flat().map(({ id }) => id));
}

/** One bound parameter however many ids: D1 takes at most 100. */
function isAmong(column: SQLiteColumn, ids: readonly string[]) {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}
