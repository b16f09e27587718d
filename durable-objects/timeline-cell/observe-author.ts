import type { AffinityAct } from '../../shared/domain/ranking/ranking-model.ts';
import type { Ranking } from './ranking.ts';
import type { UserState } from './user-state.ts';

/** Something a user did that brings them nearer to an author. */
export type Observation = { authorId: string; act: AffinityAct };
/** A post that was on a user's screen. */
export type SeenPost = { postId: string; authorId: string };

/** Looking at the same author again counts after this, so that reloading a page makes nobody a favourite. */
const VISIT_PAUSE_MS = 10 * 60_000;
const MAX_VISITS = 100;

/** Counts an act of a user towards an author. */
export function observeAuthor(ranking: Ranking, user: UserState, { authorId, act }: Observation, now: number): void {
  const looks = act === 'view' || act === 'open' || act === 'profile';
  if (looks && !isVisit(ranking.state(user).visits, `${act} ${authorId}`, now)) return;
  ranking.affinities.add(user, { authorId, act, doneAt: now }, now);
  ranking.affinities.write();
  ranking.noteAct(user);
}

/** Marks posts as seen; each one counts as a view of its author the first time. */
export function markSeen(ranking: Ranking, user: UserState, posts: readonly SeenPost[], now: number): void {
  const news = new Set(
    ranking.seen.mark(
      user,
      posts.map(({ postId }) => postId),
    ),
  );
  if (news.size === 0) return;
  for (const { postId, authorId } of posts) {
    if (news.delete(postId)) ranking.affinities.add(user, { authorId, act: 'view', doneAt: now }, now);
  }
  ranking.affinities.write();
  ranking.noteAct(user);
}

function isVisit(visits: Map<string, number>, visit: string, now: number): boolean {
  if (now - (visits.get(visit) ?? Number.NEGATIVE_INFINITY) < VISIT_PAUSE_MS) return false;
  if (visits.size >= MAX_VISITS) visits.clear();
  visits.set(visit, now);
  return true;
}
