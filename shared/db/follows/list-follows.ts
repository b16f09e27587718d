import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** A place in a list ordered by time, newest first; ties are broken by id. */
export type ListPlace = { at: number; id: string };
export type ListRow = { userId: string; at: number };

type ListQuery = { userId: string; after: ListPlace | null; limit: number };

/** Whom a user follows, newest first. */
export function listFollowing(shards: ShardRouter, { userId, after, limit }: ListQuery): Promise<ListRow[]> {
  return shards.forId(userId).db.all<ListRow>(sql`
    SELECT followee_id AS userId, created_at AS at FROM follows
    WHERE follower_id = ${userId} AND state = 'following'
      AND (${after === null} OR (created_at, followee_id) < (${after?.at ?? 0}, ${after?.id ?? ''}))
    ORDER BY created_at DESC, followee_id DESC LIMIT ${limit}`);
}

/** Who follows a user, or asks to, newest first. */
export function listFollowers(
  shards: ShardRouter,
  { userId, after, limit }: ListQuery,
  state: 'following' | 'requested' = 'following',
): Promise<ListRow[]> {
  return shards.forId(userId).db.all<ListRow>(sql`
    SELECT follower_id AS userId, created_at AS at FROM followers
    WHERE followee_id = ${userId} AND state = ${state}
      AND (${after === null} OR (created_at, follower_id) < (${after?.at ?? 0}, ${after?.id ?? ''}))
    ORDER BY created_at DESC, follower_id DESC LIMIT ${limit}`);
}

/** Which of `userIds` follow `followeeId`. */
export async function findFollowersAmong(
  shards: ShardRouter,
  followeeId: string,
  userIds: readonly string[],
): Promise<Set<string>> {
  const rows = await shards.forId(followeeId).db.all<{ id: string }>(sql`
    SELECT follower_id AS id FROM followers WHERE followee_id = ${followeeId} AND state = 'following'
      AND follower_id IN (SELECT value FROM json_each(${JSON.stringify(userIds)}))`);
  return new Set(rows.map(({ id }) => id));
}
