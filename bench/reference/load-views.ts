import type pg from 'pg';

/** The part of a post that is the viewer's, or that changes too often to be cached with the card. */
export interface View {
  counts: { likes: number; comments: number; shares: number };
  viewer: { liked: boolean; saved: boolean; shared: boolean };
}

/** Blocks in both directions, mutes and private accounts are obeyed at once, so they are read where they are true. */
const SELECT_VIEWS = {
  name: 'select-views',
  text: `SELECT p.id, p.likes,
      EXISTS (SELECT FROM likes l WHERE l.post_id = p.id AND l.user_id = $1) AS liked,
      EXISTS (SELECT FROM saves s WHERE s.user_id = $1 AND s.post_id = p.id) AS saved
    FROM posts p JOIN users u ON u.id = p.author_id
    WHERE p.id = ANY($2)
      AND NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = $1 AND b.blocked_id = p.author_id)
      AND NOT EXISTS (SELECT FROM blocks b WHERE b.blocker_id = p.author_id AND b.blocked_id = $1)
      AND NOT EXISTS (SELECT FROM mutes m WHERE m.muter_id = $1 AND m.muted_id = p.author_id)
      AND (NOT u.is_private OR p.author_id = $1
        OR EXISTS (SELECT FROM follows f WHERE f.follower_id = $1 AND f.followee_id = p.author_id))`,
};

/** What `user` sees of each post, in one query; a post that `user` may not see is left out. */
export async function loadViews(pool: pg.Pool, user: string, ids: string[]): Promise<Map<string, View>> {
  const { rows } = await pool.query<{ id: string; likes: number; liked: boolean; saved: boolean }>({
    ...SELECT_VIEWS,
    values: [user, ids],
  });
  return new Map(
    rows.map(({ id, likes, liked, saved }) => [
      id,
      { counts: { likes, comments: 0, shares: 0 }, viewer: { liked, saved, shared: false } },
    ]),
  );
}
