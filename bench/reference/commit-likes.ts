import type pg from 'pg';

/** One change of mind about one post. */
export interface LikeChange {
  post: string;
  user: string;
  liked: boolean;
}

/** Rows are locked in the order of their ids, so that two groups never wait for each other in a circle. */
const LOCK_POSTS =
  'locked AS MATERIALIZED (SELECT id, author_id FROM posts WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE)';
/** The rules of who may see a post, as for the feed: no block between the two, and a private author is followed. */
const MAY_SEE = `NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = a.id AND blocked_id = i.user_id)
      AND NOT EXISTS (SELECT 1 FROM blocks WHERE blocker_id = i.user_id AND blocked_id = a.id)
      AND (NOT a.is_private OR a.id = i.user_id
        OR EXISTS (SELECT 1 FROM follows WHERE follower_id = i.user_id AND followee_id = a.id))`;
/** Every post is updated, also by zero, so that each answer carries a count. */
const SUMS = `sums AS (SELECT locked.id, count(changed.post_id)::int AS delta
      FROM locked LEFT JOIN changed ON changed.post_id = locked.id GROUP BY locked.id)`;

const ADD_LIKES = {
  name: 'add-likes',
  text: `WITH ${LOCK_POSTS}, changed AS (
      INSERT INTO likes (post_id, user_id)
      SELECT i.post_id, i.user_id FROM unnest($1::text[], $2::text[]) AS i (post_id, user_id)
      JOIN locked ON locked.id = i.post_id JOIN users AS a ON a.id = locked.author_id WHERE ${MAY_SEE}
      ON CONFLICT DO NOTHING RETURNING post_id
    ), ${SUMS}
    UPDATE posts SET likes = likes + sums.delta FROM sums WHERE posts.id = sums.id RETURNING posts.id, posts.likes`,
};

const REMOVE_LIKES = {
  name: 'remove-likes',
  text: `WITH ${LOCK_POSTS}, changed AS (
      DELETE FROM likes l USING unnest($1::text[], $2::text[]) AS i (post_id, user_id), locked
      WHERE l.post_id = i.post_id AND l.user_id = i.user_id AND locked.id = i.post_id RETURNING l.post_id
    ), ${SUMS}
    UPDATE posts SET likes = likes - sums.delta FROM sums WHERE posts.id = sums.id RETURNING posts.id, posts.likes`,
};

/** Commits a group of likes of one kind and answers each post's count after it. */
export async function commitLikes(pool: pg.Pool, changes: LikeChange[], liked: boolean): Promise<Map<string, number>> {
  if (changes.length === 0) return new Map();
  const statement = liked ? ADD_LIKES : REMOVE_LIKES;
  const { rows } = await pool.query<{ id: string; likes: number }>({
    ...statement,
    values: [changes.map(({ post }) => post), changes.map(({ user }) => user)],
  });
  return new Map(rows.map(({ id, likes }) => [id, likes]));
}
