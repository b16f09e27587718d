import { setTimeout as wait } from 'node:timers/promises';
import type { LikeAct, LikeOutcome } from '../../shared/domain/likes/like-act.ts';
import { type Joined, residentCells } from '../../shared/domain/timelines/resident-cells.ts';
import type { Viewer } from '../http/app-env.ts';
import type { Services } from '../services.ts';
import { atHome, homeOf } from './at-home.ts';

/** A commit that is not over when it most likely is, is looked at this often (ms). */
const LOOK_EVERY_MS = 2;
/** After this the commit is taken for lost: the cell was moved, or began anew. */
const LOST_MS = 1_000;

/**
 * Likes in the viewer's cell: by a call, or, where the cell lives in this isolate and is about to commit, along with others
 * by a timer, which costs a third of a call. What does not come back is called for: liking twice is liking once.
 */
export async function likeAtHome(
  services: Pick<Services, 'stubs'>,
  viewer: Viewer,
  act: LikeAct,
): Promise<LikeOutcome> {
  const joined = residentCells.find(homeOf(viewer), act.now)?.joinLike(act);
  const outcome = joined && (await outcomeOf(joined, act.now));
  if (outcome) return outcome;
  const { target, liked, now, limit } = act;
  return atHome(services, viewer, async (cell) => cell.like(target, liked, now, limit));
}

/**
 * What became of a like that went along with a commit; undefined when the commit is lost. Looks when that is most likely
 * over, by a wait that enters JavaScript once: `scheduler.wait` enters it to end the wait and again to go on.
 */
export async function outcomeOf(joined: Joined<LikeOutcome>, now: number): Promise<LikeOutcome | undefined> {
  await wait(Math.max(0, joined.lookAt - now));
  while (joined.is === 'waiting' && Date.now() < joined.lookAt + LOST_MS) await wait(LOOK_EVERY_MS);
  return joined.is === 'done' ? joined.output : undefined;
}
