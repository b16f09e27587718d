import { type SQL, sql } from 'drizzle-orm';

/** That a user likes a post, since `at` (Unix ms), or no longer does. `version` grows with each change of this mark. */
export type LikerReport = { userId: string; postId: string; liked: boolean; at: number; version: number };

/** Writes marks into the lists of likers of one shard's posts: the highest version of a mark holds. A deleted post has no list. */
export function writeLikers(likers: readonly LikerReport[]): SQL {
  const rows = JSON.stringify(
    likers.map(({ postId, userId, liked, at, version }) => [postId, userId, liked ? 1 : 0, at, version]),
  );
  return sql`
    INSERT INTO post_likers (post_id, user_id, liked, at, version)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4
    FROM json_each(${rows}) JOIN posts ON posts.id = value ->> 0 AND posts.state <> 'deleted' WHERE true
    ON CONFLICT (post_id, user_id) DO UPDATE SET liked = excluded.liked, at = excluded.at, version = excluded.version
    WHERE excluded.version > version`;
}
