import { type PostRow, writeCard } from './card.ts';
import type { Connections } from './connections.ts';
import { keys } from './keys.ts';

const SELECT_POSTS = {
  name: 'select-posts',
  text: `SELECT p.id, p.caption, p.hashtags, p.hide_likes, p.created_at, p.author_id, p.likes, u.username, u.full_name, u.is_private,
      (SELECT json_agg(m ORDER BY m.position) FROM media m WHERE m.post_id = p.id) AS media
    FROM posts p JOIN users u ON u.id = p.author_id WHERE p.id = ANY($1)`,
};

/** Fills in the cards that Redis lacked, from PostgreSQL in one query, and puts them back. Posts that are gone stay null. */
export async function loadMissingCards(
  connections: Connections,
  ids: string[],
  cards: (string | null)[],
): Promise<void> {
  const missing = ids.filter((_, at) => cards[at] === null || cards[at] === undefined);
  if (missing.length === 0) return;
  const { rows } = await connections.pool.query<PostRow & { likes: number }>({ ...SELECT_POSTS, values: [missing] });
  const loaded = new Map(rows.map((row) => [row.id, writeCard(row)]));
  const toStore = [...loaded].flatMap(([id, card]) => [keys.card(id), card]);
  if (toStore.length > 0) await connections.redis.mset(toStore);
  for (const [at, id] of ids.entries()) cards[at] ??= loaded.get(id) ?? null;
}
