import type { LikeOutcome } from '../../../shared/domain/likes/like-act.ts';

/** What a cell said already of likes whose requests go through the routes now: asking again would count twice. */
const decided = new WeakMap<Request, LikeOutcome>();

export function decideLike(request: Request, outcome: LikeOutcome): void {
  decided.set(request, outcome);
}

export function findDecision(request: Request): LikeOutcome | undefined {
  return decided.get(request);
}
