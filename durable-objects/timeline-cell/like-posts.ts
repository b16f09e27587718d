import type { LikeAct, LikeOutcome } from '../../shared/domain/likes/like-act.ts';
import type { AttemptLog } from './attempt-log.ts';
import type { CellMemory } from './cell-memory.ts';
import { markLike } from './mark-post.ts';
import type { Ranking } from './ranking.ts';

/** Counts the attempts, and likes where they are allowed: one transaction. All users live here. */
export function likePosts(
  sql: SqlStorage,
  memory: CellMemory,
  ranking: Ranking,
  attempts: AttemptLog,
  acts: readonly LikeAct[],
): LikeOutcome[] {
  const outcomes = acts.map(({ target, liked, now, limit }): LikeOutcome => {
    if (!limit) return markLike(sql, memory, ranking, target, liked, now);
    const attempt = attempts.take(memory.user(target.userId), limit, now);
    if (!attempt.allowed) return { ok: false, code: 'rate-limited', attempt };
    return { ...markLike(sql, memory, ranking, target, liked, now), attempt };
  });
  memory.pendingLikes.write();
  return outcomes;
}
