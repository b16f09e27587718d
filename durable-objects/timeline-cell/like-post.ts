import type { Verdict } from '../../shared/domain/limits/take-attempt.ts';
import type { Outcome } from '../../shared/errors/index.ts';
import type { AttemptLog, LimitedAct } from './attempt-log.ts';
import type { CellMemory } from './cell-memory.ts';
import { type LikeResult, type MarkTarget, markLike } from './mark-post.ts';
import type { Ranking } from './ranking.ts';

/** A like that comes or goes, at `now` (Unix ms); with a limit, it is an attempt at it. */
export type LikeAct = { target: MarkTarget; liked: boolean; now: number; limit?: LimitedAct };

/** What became of it, and of the attempt where it was one. */
export type LikeOutcome = Outcome<LikeResult, 'not-found' | 'rate-limited'> & { attempt?: Verdict };

/** Counts the attempt, and likes if it is allowed: one transaction. The user lives here. */
export function likePost(
  sql: SqlStorage,
  memory: CellMemory,
  ranking: Ranking,
  attempts: AttemptLog,
  { target, liked, now, limit }: LikeAct,
): LikeOutcome {
  if (!limit) return markLike(sql, memory, ranking, target, liked, now);
  const attempt = attempts.take(memory.user(target.userId), limit, now);
  if (!attempt.allowed) return { ok: false, code: 'rate-limited', attempt };
  return { ...markLike(sql, memory, ranking, target, liked, now), attempt };
}
