import { sql } from 'drizzle-orm';
import type { TimePlace } from '../../domain/paging/time-cursor.ts';
import type { ShardRouter } from '../shard-router.ts';

type LikersQuery = { postId: string; after: TimePlace | null; limit: number };

/** Those of `userIds` who like a post, newest like first. Costs a look-up for each of `userIds`. */
export function listLikersAmong(
  shards: ShardRouter,
  userIds: readonly string[],
  { postId, after, limit }: LikersQuery,
): Promise<TimePlace[]> {
  return shards.forId(postId).db.all<TimePlace>(sql`
    SELECT l.user_id AS id, l.at FROM json_each(${JSON.stringify(userIds)}) AS person
    CROSS JOIN post_likers AS l ON l.post_id = ${postId} AND l.user_id = person.value
    WHERE l.liked AND (${after === null} OR (l.at, l.user_id) < (${after?.at ?? 0}, ${after?.id ?? ''}))
    ORDER BY l.at DESC, l.user_id DESC LIMIT ${limit}`);
}

/** Who likes a post, newest like first, without `userIds`. */
export function listLikersBeside(
  shards: ShardRouter,
  userIds: readonly string[],
  { postId, after, limit }: LikersQuery,
): Promise<TimePlace[]> {
  const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' };
  return shards.forId(postId).db.all<TimePlace>(sql`
    SELECT user_id AS id, at FROM post_likers
    WHERE post_id = ${postId} AND liked AND (at, user_id) < (${at}, ${id})
      AND user_id NOT IN (SELECT value FROM json_each(${JSON.stringify(userIds)}))
    ORDER BY at DESC, user_id DESC LIMIT ${limit}`);
}
