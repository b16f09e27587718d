import type pg from 'pg';

/** One change of mind about one post. */
export interface LikeChange {
  post: string;
  user: string;
  liked: boolean;
}

/** Rows are locked in the order of their ids, so that two groups never wait for each other in a circle. */
const LOCK_POSTS = `locked AS MATERIALIZED (SELECT id FROM posts WHERE id = ANY($1::text[]) ORDER BY id FOR UPDATE)`;

const ADD_LIKES = {
  name: 'add-likes',
  text: `WITH ${LOCK_POSTS}, changed AS (
      INSERT INTO likes (post_id, user_id)
      SELECT i.post_id, i.user_id FROM unnest($1::text[], $2::text[]) AS i (post_id, user_id) JOIN locked ON locked.id = i.post_id
      ON CONFLICT DO NOTHING RETURNING post_id
    ), sums AS (SELECT post_id, count(*) AS delta FROM changed GROUP BY post_id)
    UPDATE posts SET likes = likes + sums.delta FROM sums WHERE posts.id = sums.post_id RETURNING posts.id, sums.delta::int AS delta`,
};

const REMOVE_LIKES = {
  name: 'remove-likes',
  text: `WITH ${LOCK_POSTS}, changed AS (
      DELETE FROM likes l USING unnest($1::text[], $2::text[]) AS i (post_id, user_id), locked
      WHERE l.post_id = i.post_id AND l.user_id = i.user_id AND locked.id = i.post_id RETURNING l.post_id
    ), sums AS (SELECT post_id, count(*) AS delta FROM changed GROUP BY post_id)
    UPDATE posts SET likes = likes - sums.delta FROM sums WHERE posts.id = sums.post_id RETURNING posts.id, (-sums.delta)::int AS delta`,
};

/** Commits a group of likes of one kind and answers by how much each post's count changed. */
export async function commitLikes(pool: pg.Pool, changes: LikeChange[], liked: boolean): Promise<Map<string, number>> {
  if (changes.length === 0) return new Map();
  const statement = liked ? ADD_LIKES : REMOVE_LIKES;
  const { rows } = await pool.query<{ id: string; delta: number }>({
    ...statement,
    values: [changes.map(({ post }) => post), changes.map(({ user }) => user)],
  });
  return new Map(rows.map(({ id, delta }) => [id, delta]));
}
