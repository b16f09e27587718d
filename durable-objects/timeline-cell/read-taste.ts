import { fingerprint } from '../../shared/domain/ranking/fingerprint.ts';
import { type Taste, tasteOf } from '../../shared/domain/ranking/match-content.ts';
import type { Ranking } from './ranking.ts';
import type { UserState } from './user-state.ts';

/** Newest likes, saves and own posts that a taste is read from, of each. */
const TASTE_POSTS = 40;

const NOTHING_READ = { taste: tasteOf([]), acts: -1, print: fingerprint('', 0) };

/**
 * What the user likes, from the posts they marked or published: as it was last read. After their acts it is read anew
 * behind the answer. Nothing is stored for it: an unlike takes its part back.
 */
export function readTaste(ranking: Ranking, user: UserState): Taste {
  const state = ranking.state(user);
  const { acts } = state;
  const known = state.taste ?? NOTHING_READ;
  if (known.acts === acts) return known.taste;
  const postIds = [...tastePostIds(ranking.sql, user)];
  const print = fingerprint(postIds.join(), 0);
  state.taste = { taste: known.taste, acts, print };
  // Most acts are looks, which change nothing of it.
  if (print === known.print) return known.taste;
  ranking.facts.borrow(postIds, (facts) => {
    if (state.taste?.print !== print) return;
    // What could not be read is asked for again by the next ranking.
    state.taste = facts ? { ...state.taste, taste: tasteOf(facts) } : { ...known, acts: NOTHING_READ.acts };
  });
  return known.taste;
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
