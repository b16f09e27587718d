import { type Card, makeCard, type PostRow } from './card.ts';
import type { Connections } from './connections.ts';
import { keys } from './keys.ts';

const SELECT_POSTS = {
  name: 'select-posts',
  text: `SELECT p.id, p.caption, p.hashtags, p.hide_likes, p.created_at, p.author_id, u.username, u.full_name, u.is_private,
      (SELECT json_agg(m ORDER BY m.position) FROM media m WHERE m.post_id = p.id) AS media
    FROM posts p JOIN users u ON u.id = p.author_id WHERE p.id = ANY($1)`,
};

/** The cards of `ids` from the cache in one read; what it lacks comes from PostgreSQL in one query and is put back. */
export async function loadCards({ pool, redis }: Connections, ids: string[]): Promise<Map<string, Card>> {
  const cached = await redis.mget(ids.map(keys.card));
  const cards = new Map<string, Card>();
  const missing: string[] = [];
  for (const [at, id] of ids.entries()) {
    const text = cached[at];
    if (typeof text === 'string') cards.set(id, JSON.parse(text) as Card);
    else missing.push(id);
  }
  if (missing.length === 0) return cards;
  const { rows } = await pool.query<PostRow>({ ...SELECT_POSTS, values: [missing] });
  const loaded = rows.map(makeCard);
  for (const card of loaded) cards.set(card.id, card);
  if (loaded.length > 0) await redis.mset(loaded.flatMap((card) => [keys.card(card.id), JSON.stringify(card)]));
  return cards;
}
