import { type Taste, tasteOf } from '../../shared/domain/ranking/match-content.ts';
import type { Ranking } from './ranking.ts';
import type { UserState } from './user-state.ts';

/** Newest likes, saves and own posts that a taste is read from, of each. */
const TASTE_POSTS = 40;

const NO_TASTE = tasteOf([]);

/**
 * What the user likes, from the posts they marked or published: as it was last read. After their acts it is read anew
 * behind the answer. Nothing is stored for it: an unlike takes its part back.
 */
export function readTaste(ranking: Ranking, user: UserState): Taste {
  const state = ranking.state(user);
  const { acts, taste: known } = state;
  if (known?.acts === acts) return known.taste;
  const taste = known?.taste ?? NO_TASTE;
  state.taste = { taste, acts };
  ranking.facts.borrow([...tastePostIds(ranking.sql, user)], (facts) => {
    if (state.taste?.acts === acts) state.taste = facts && { taste: tasteOf(facts), acts };
  });
  return taste;
}

function tastePostIds(sql: SqlStorage, user: UserState): Set<string> {
  const marked = sql
    .exec<{ post_id: string }>(
      `SELECT post_id FROM (SELECT post_id FROM likes WHERE user_id = ?1 ORDER BY post_id DESC LIMIT ${TASTE_POSTS})
       UNION SELECT post_id FROM (SELECT post_id FROM saves WHERE user_id = ?1 ORDER BY post_id DESC LIMIT ${TASTE_POSTS})`,
      user.id,
    )
    .toArray();
  const own = user.sources.get(user.id)?.entries.slice(-TASTE_POSTS) ?? [];
  return new Set([...marked.map(({ post_id }) => post_id), ...own.map(({ postId }) => postId)]);
}
