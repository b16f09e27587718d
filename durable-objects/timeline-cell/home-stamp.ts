import type { CellMemory, SourceState } from './cell-memory.ts';
import type { UserState } from './user-state.ts';

/** As of when something was made of a user's sources. */
export type HomeStamp = {
  /** The cell's change then, and the one as of which it was last found current. */
  madeAt: number;
  currentAt: number;
  /** Sources that are read from D1 every few seconds: they grow old without a change. */
  pulled: SourceState[];
};

/** To be taken before the making: what changes meanwhile makes it outdated. */
export function takeStamp(memory: CellMemory, sources: readonly SourceState[]): HomeStamp {
  const pulled = sources.filter(({ mode }) => mode === 'pull');
  return { madeAt: memory.changes, currentAt: memory.changes, pulled };
}

/**
 * Whether all that a user sees is still what it was. Looking costs a comparison while the cell stands still, and one a
 * source after something was delivered; merging costs four reads of scattered memory a source.
 */
export function isStill(memory: CellMemory, user: UserState, stamp: HomeStamp, now: number): boolean {
  if (user.changedAt > stamp.madeAt) return false;
  if (stamp.currentAt !== memory.changes) {
    for (const source of user.sources.values()) if (source.changedAt > stamp.madeAt) return false;
    stamp.currentAt = memory.changes;
  }
  for (const { freshUntil } of stamp.pulled) if (freshUntil <= now) return false;
  return true;
}
