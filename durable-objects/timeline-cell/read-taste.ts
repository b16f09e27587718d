import { coarseTimeOfId } from '../../shared/domain/ranking/coarse-time.ts';
import { type Taste, tasteOf } from '../../shared/domain/ranking/match-content.ts';
import { NO_FACTS } from '../../shared/domain/ranking/post-facts.ts';
import type { Ranking } from './ranking.ts';
import type { UserState } from './user-state.ts';

/** Newest likes, saves and own posts that a taste is read from, of each. */
const TASTE_POSTS = 40;

/** What the user likes, from the posts they marked or published. Nothing is stored for it: an unlike takes its part back. */
export function readTaste(ranking: Ranking, user: UserState, now: number): Taste {
  const state = ranking.state(user);
  const { acts, taste: known } = state;
  if (known && known.acts === acts && (known.informed || known.loads === ranking.facts.loads)) return known.taste;
  const { loads } = ranking.facts;
  let informed = true;
  const liked = [...tastePostIds(ranking.sql, user)].flatMap((postId) => {
    const facts = ranking.facts.find(postId, coarseTimeOfId(postId), now);
    if (!facts) informed = false;
    return facts && facts !== NO_FACTS ? facts : [];
  });
  const taste = tasteOf(liked);
  state.taste = { taste, acts, loads, informed };
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
