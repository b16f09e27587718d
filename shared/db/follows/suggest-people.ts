import { sql } from 'drizzle-orm';
import type { ShardRouter } from '../shard-router.ts';

/** Followees whose own follows are looked at: the newest, who say most about what the person wants now. */
const NEIGHBOURS = 100;
/** Follows of each neighbour that are looked at. */
const FOLLOWS_EACH = 100;
const POPULAR_EACH = 20;

/** Somebody to follow: how many of one's followees follow them, and one of those by id. */
export type Suggestion = { userId: string; mutual: number; through: string | null };

/** Whom the people that a user follows follow, most shared first: two steps along the graph. */
export async function suggestByNeighbours(shards: ShardRouter, userId: string): Promise<Suggestion[]> {
  const followees = await shards.forId(userId).db.all<{ id: string }>(sql`
    SELECT followee_id AS id FROM follows WHERE follower_id = ${userId} AND state = 'following'
    ORDER BY created_at DESC LIMIT ${NEIGHBOURS}`);
  const lists = await Promise.all(
    [...shards.group(followees.map(({ id }) => id))].map(([shard, ids]) =>
      shard.db.all<{ neighbour: string; id: string }>(sql`
        SELECT n.value AS neighbour, f.followee_id AS id FROM json_each(${JSON.stringify(ids)}) AS n
        JOIN follows AS f ON f.rowid IN (
          SELECT rowid FROM follows WHERE follower_id = n.value AND state = 'following'
          ORDER BY created_at DESC LIMIT ${FOLLOWS_EACH})`),
    ),
  );
  const found = new Map<string, Suggestion>();
  for (const { neighbour, id } of lists.flat()) {
    const known = found.get(id);
    if (known) known.mutual += 1;
    else found.set(id, { userId: id, mutual: 1, through: neighbour });
  }
  return [...found.values()].toSorted((a, b) => b.mutual - a.mutual || (a.userId < b.userId ? 1 : -1));
}

/** The most followed public accounts of every database: where somebody who follows nobody begins. */
export async function suggestPopular(shards: ShardRouter): Promise<Suggestion[]> {
  const lists = await Promise.all(
    shards.all().map((shard) =>
      shard.db.all<{ id: string; followers: number }>(sql`
        SELECT id, follower_count AS followers FROM users WHERE status = 'active' AND NOT is_private
        ORDER BY follower_count DESC, id DESC LIMIT ${POPULAR_EACH}`),
    ),
  );
  return lists
    .flat()
    .toSorted((a, b) => b.followers - a.followers)
    .map(({ id }) => ({ userId: id, mutual: 0, through: null }));
}
