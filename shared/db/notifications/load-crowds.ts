import { type SQL, sql } from 'drizzle-orm';
import { DAY_MS } from '../../domain/notifications/notice.ts';
import type { ShardRouter } from '../shard-router.ts';
import { ACTORS_READ, type Actor } from './like-news.ts';

/** Who did something, the newest of them, and how many they are in all. */
export type Crowd = { newest: Actor[]; count: number };

/** Followers of a day are counted up to here. */
const COUNTED = 1_000;

type Raw = { id: string; newest: string; count: number };

/** Who likes each of a user's posts, without the user. The count is the post's own, which may be seconds ahead. */
export function loadLikers(shards: ShardRouter, userId: string, postIds: readonly string[]) {
  return loadByShard(shards, postIds, (ids) => {
    const own = sql`EXISTS (SELECT 1 FROM post_likers WHERE post_id = p.id AND user_id = ${userId} AND liked)`;
    return sql`SELECT p.id, p.like_count - ${own} AS count,
      ${newestOf(sql`SELECT user_id, at FROM post_likers WHERE post_id = p.id AND liked AND user_id <> ${userId}
        ORDER BY at DESC, user_id DESC LIMIT ${ACTORS_READ}`)} AS newest
      FROM posts AS p WHERE p.id IN (SELECT value FROM json_each(${ids}))`;
  });
}

/** Who likes each of a user's comments, without the user. */
export function loadCommentLikers(shards: ShardRouter, userId: string, commentIds: readonly string[]) {
  return loadByShard(shards, commentIds, (ids) => {
    const own = sql`EXISTS (SELECT 1 FROM comment_likes WHERE comment_id = c.id AND user_id = ${userId})`;
    return sql`SELECT c.id, c.like_count - ${own} AS count,
      ${newestOf(sql`SELECT user_id, created_at AS at FROM comment_likes WHERE comment_id = c.id AND user_id <> ${userId}
        ORDER BY created_at DESC, user_id DESC LIMIT ${ACTORS_READ}`)} AS newest
      FROM comments AS c WHERE c.id IN (SELECT value FROM json_each(${ids}))`;
  });
}

/** Who passes on each of a user's posts. */
export function loadSharers(shards: ShardRouter, postIds: readonly string[]) {
  return loadByShard(
    shards,
    postIds,
    (ids) => sql`SELECT p.id, p.share_count AS count,
      ${newestOf(sql`SELECT user_id, created_at AS at FROM post_shares WHERE post_id = p.id AND active
        ORDER BY created_at DESC, user_id DESC LIMIT ${ACTORS_READ}`)} AS newest
      FROM posts AS p WHERE p.id IN (SELECT value FROM json_each(${ids}))`,
  );
}

/** Who began to follow a user on each of some days (`followDay`), in one query. */
export async function loadFollowersOfDays(
  shards: ShardRouter,
  userId: string,
  days: readonly number[],
): Promise<Map<number, Crowd>> {
  if (days.length === 0) return new Map();
  const ofDay = sql`state = 'following' AND created_at >= day.value * ${DAY_MS} AND created_at < (day.value + 1) * ${DAY_MS}`;
  const rows = await shards.forId(userId).db.all<Omit<Raw, 'id'> & { day: number }>(sql`
    SELECT day.value AS day, ${followers(userId, ofDay)} FROM json_each(${JSON.stringify(days)}) AS day`);
  return new Map(rows.map(({ day, ...raw }) => [day, readCrowd(raw)]));
}

/** Who asks to follow a user. */
export async function loadRequesters(shards: ShardRouter, userId: string): Promise<Crowd> {
  const [raw] = await shards
    .forId(userId)
    .db.all<Omit<Raw, 'id'>>(sql`SELECT ${followers(userId, sql`state = 'requested'`)}`);
  return raw ? readCrowd(raw) : { newest: [], count: 0 };
}

/** The columns of a crowd of followers, from the list's own index. */
function followers(userId: string, which: SQL): SQL {
  const rows = sql`FROM followers WHERE followee_id = ${userId} AND ${which}`;
  return sql`
    (SELECT count(*) FROM (SELECT 1 ${rows} LIMIT ${COUNTED})) AS count,
    ${newestOf(sql`SELECT follower_id AS user_id, created_at AS at ${rows}
      ORDER BY created_at DESC, follower_id DESC LIMIT ${ACTORS_READ}`)} AS newest`;
}

async function loadByShard(
  shards: ShardRouter,
  ids: readonly string[],
  select: (idsJson: string) => SQL,
): Promise<Map<string, Crowd>> {
  const lists = await Promise.all(
    [...shards.group(new Set(ids))].map(([shard, group]) => shard.db.all<Raw>(select(JSON.stringify(group)))),
  );
  return new Map(lists.flat().map((raw) => [raw.id, readCrowd(raw)]));
}

function newestOf(select: SQL): SQL {
  return sql`(SELECT json_group_array(json_object('userId', user_id, 'at', at)) FROM (${select}))`;
}

function readCrowd({ newest, count }: Omit<Raw, 'id'>): Crowd {
  const actors: Actor[] = JSON.parse(newest);
  return { newest: actors, count: Math.max(count, actors.length) };
}
