import type { TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import type { CellMemory, UserState } from './cell-memory.ts';
import { type HomeStamp, isStill } from './home-stamp.ts';
import { describePage } from './read-home.ts';

/** The first page of a user's home timeline, kept while nothing that it was merged from changes. */
export type HomeHead = {
  limit: number;
  entries: TimelineEntry[];
  stamp: HomeStamp;
  /** The page as `describePage` wrote it, and the change of the likes as of which it did. */
  described: { text: string; likesAt: number } | undefined;
};

/**
 * The kept first page for the way to the Worker, if it is still what a merge would give. It is written again only when
 * somebody in the cell liked or its reader saved.
 */
export function recallHead(
  sql: SqlStorage,
  memory: CellMemory,
  user: UserState,
  limit: number,
  now: number,
): string | undefined {
  const { head } = user;
  if (!head || head.limit !== limit || !isStill(memory, user, head.stamp, now)) return undefined;
  const { changes } = memory.pendingLikes;
  if (head.described?.likesAt !== changes) {
    head.described = { text: describePage(sql, memory, user, head.entries), likesAt: changes };
  }
  return head.described.text;
}
