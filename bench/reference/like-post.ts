import type { Handler } from 'hono';
import type { AppEnv } from './authenticate.ts';
import type { Connections } from './connections.ts';

/** One statement and so one commit; a like that is there already changes nothing. */
const ADD_LIKE = {
  name: 'add-like',
  text: `WITH added AS (
      INSERT INTO likes (post_id, user_id) SELECT id, $2 FROM posts WHERE id = $1 ON CONFLICT DO NOTHING RETURNING post_id
    ) UPDATE posts SET likes = likes + 1 FROM added WHERE posts.id = added.post_id RETURNING posts.likes`,
};

const REMOVE_LIKE = {
  name: 'remove-like',
  text: `WITH removed AS (
      DELETE FROM likes WHERE post_id = $1 AND user_id = $2 RETURNING post_id
    ) UPDATE posts SET likes = likes - 1 FROM removed WHERE posts.id = removed.post_id RETURNING posts.likes`,
};

const SELECT_LIKES = { name: 'select-likes', text: 'SELECT likes FROM posts WHERE id = $1' };

/** `POST` and `DELETE /posts/{id}/like`: the like and the count are committed in PostgreSQL before the answer. */
export function likePost({ pool }: Connections, liked: boolean): Handler<AppEnv> {
  const statement = liked ? ADD_LIKE : REMOVE_LIKE;
  return async (context) => {
    const post = context.req.param('id') ?? '';
    const changed = await pool.query<{ likes: number }>({ ...statement, values: [post, context.get('userId')] });
    const row = changed.rows[0] ?? (await pool.query<{ likes: number }>({ ...SELECT_LIKES, values: [post] })).rows[0];
    return row ? context.json({ liked, likes: row.likes }) : context.json({ code: 'not_found' }, 404);
  };
}
