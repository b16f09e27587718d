import type { MarkTarget } from '../../shared/domain/likes/like-act.ts';
import type { Ranking } from './ranking.ts';
import type { UserState } from './user-state.ts';

type Reward = { act: 'like' | 'save'; doneAt: number; taken: boolean };

/** A mark brings its author nearer; taking it back takes what decay left of that. */
export function rewardAuthor(
  ranking: Ranking,
  user: UserState,
  { authorId }: MarkTarget,
  { act, doneAt, taken }: Reward,
  now: number,
): void {
  ranking.affinities.add(user, { authorId, act, doneAt, taken }, now);
  ranking.noteAct(user);
}
