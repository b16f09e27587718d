import type { TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import type { CellMemory, SourceState, UserState } from './cell-memory.ts';

/** The first page of a user's home timeline, kept while nothing that it was merged from changes. */
export type HomeHead = {
  limit: number;
  entries: TimelineEntry[];
  /** Sources that are read from D1 every few seconds: they grow old without a change. */
  pulled: SourceState[];
  /** The cell's change as of which the page was merged, and the one as of which it was last found current. */
  madeAt: number;
  currentAt: number;
};

/**
 * The kept first page, if it is still what a merge would give. Looking costs a comparison while the cell stands still,
 * and one a source after something was delivered; merging costs four reads of scattered memory a source.
 */
export function recallHead(memory: CellMemory, user: UserState, limit: number, now: number): HomeHead | undefined {
  const { head } = user;
  if (!head || head.limit !== limit || user.changedAt > head.madeAt) return undefined;
  if (head.currentAt !== memory.changes) {
    for (const source of user.sources.values()) if (source.changedAt > head.madeAt) return undefined;
    head.currentAt = memory.changes;
  }
  for (const { freshUntil } of head.pulled) if (freshUntil <= now) return undefined;
  return head;
}

/** Keeps a first page that was merged of `sources` just now, from what the cell itself holds. */
export function keepHead(
  memory: CellMemory,
  user: UserState,
  sources: readonly SourceState[],
  entries: TimelineEntry[],
  limit: number,
): void {
  const pulled = sources.filter(({ mode }) => mode === 'pull');
  user.head = { limit, entries, pulled, madeAt: memory.changes, currentAt: memory.changes };
}
