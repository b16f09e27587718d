import type { LikeAct, LikeOutcome } from '../../shared/domain/likes/like-act.ts';
import type { AttemptLog } from './attempt-log.ts';
import type { CellMemory } from './cell-memory.ts';
import { markLike } from './mark-post.ts';
import { MarkedLikes } from './marked-likes.ts';
import type { Ranking } from './ranking.ts';

/**
 * Counts the attempts, and likes where they are allowed: one transaction, a statement a table. All users live here. When it
 * throws, what it gathered is to be discarded.
 */
export function likePosts(
  sql: SqlStorage,
  memory: CellMemory,
  ranking: Ranking,
  attempts: AttemptLog,
  acts: readonly LikeAct[],
): LikeOutcome[] {
  const marks = new MarkedLikes(sql, memory, ranking);
  const outcomes = acts.map(({ target, liked, now, limit }): LikeOutcome => {
    if (!limit) return markLike(sql, memory, marks, target, liked, now);
    const attempt = attempts.take(memory.user(target.userId), limit, now);
    if (!attempt.allowed) return { ok: false, code: 'rate-limited', attempt };
    return { ...markLike(sql, memory, marks, target, liked, now), attempt };
  });
  marks.write();
  attempts.write();
  ranking.affinities.write();
  memory.pendingLikes.write();
  return outcomes;
}
