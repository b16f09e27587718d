import type { Handler } from 'hono';
import { createPostSchema } from '../../shared/contracts/posts.ts';
import { createIdGenerator } from '../../shared/ids/index.ts';
import type { AppEnv } from './authenticate.ts';
import { makeCard, type PostRow } from './card.ts';
import type { Connections } from './connections.ts';
import { keys } from './keys.ts';

/** One statement and so one commit: the post appears with all its media or not at all. */
const INSERT_POST = {
  name: 'insert-post',
  text: `WITH attached AS (
      UPDATE media m SET post_id = $1, position = array_position($3::text[], m.id) - 1
      WHERE m.id = ANY($3::text[]) AND m.owner_id = $2 AND m.status = 'ready' RETURNING m.*
    ), author AS (
      UPDATE users SET posts = posts + 1 WHERE id = $2 AND (SELECT count(*) FROM attached) = cardinality($3::text[]) RETURNING *
    ), post AS (
      INSERT INTO posts (id, author_id, caption, hashtags, hide_likes, created_at)
      SELECT $1, id, $4, $5, $6, $7 FROM author RETURNING *
    )
    SELECT p.id, p.caption, p.hashtags, p.hide_likes, p.created_at, p.author_id, a.username, a.full_name, a.is_private,
      (SELECT json_agg(m ORDER BY m.position) FROM attached m) AS media
    FROM post p, author a`,
};

const HASHTAG = /#([\p{L}\p{N}_]+)/gu;

/** `POST /posts`: committed in PostgreSQL, then the card is cached and the post's id goes to the fan-out stream. */
export function publishPost({ pool, redis }: Connections): Handler<AppEnv> {
  const ids = createIdGenerator();
  return async (context) => {
    const body = createPostSchema.safeParse(await context.req.json());
    if (!body.success) return context.json({ code: 'invalid' }, 422);
    const { caption, mediaIds, hideLikes } = body.data;
    const author = context.get('userId');
    const now = Date.now();
    const id = ids.next(ids.randomShard(), now);
    const hashtags = [...new Set([...caption.matchAll(HASHTAG)].map((match) => (match[1] ?? '').toLowerCase()))];
    const { rows } = await pool.query<PostRow>({
      ...INSERT_POST,
      values: [id, author, mediaIds, caption, hashtags, hideLikes, new Date(now)],
    });
    const row = rows[0];
    if (!row) return context.json({ code: 'media_not_ready' }, 422);
    const card = makeCard(row);
    await Promise.all([
      redis.set(keys.card(id), JSON.stringify(card)),
      redis.zadd(keys.timeline(author), 0, id),
      redis.xadd(keys.fanout, '*', 'post', id, 'author', author),
    ]);
    const counts = { likes: 0, comments: 0, shares: 0 };
    return context.json({ ...card, counts, viewer: { liked: false, saved: false, shared: false } }, 201);
  };
}
