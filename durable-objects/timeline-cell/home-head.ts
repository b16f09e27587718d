import type { TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import type { RecalledPage } from '../../shared/domain/timelines/resident-cells.ts';
import type { CellMemory } from './cell-memory.ts';
import { type HomeStamp, isStill } from './home-stamp.ts';
import { describePage } from './read-home.ts';
import type { UserState } from './user-state.ts';

/** A page as `describePage` wrote it, and the change of the likes as of which it is right. */
export type DescribedPage = RecalledPage & { likesAt: number };

/** The first page of a user's home timeline, kept while nothing that it was merged from changes. */
export type HomeHead = {
  limit: number;
  entries: TimelineEntry[];
  stamp: HomeStamp;
  page: DescribedPage | undefined;
};

/** The kept first page for the way to the Worker, if it is still what a merge would give. */
export function recallHead(
  sql: SqlStorage,
  memory: CellMemory,
  user: UserState,
  limit: number,
  now: number,
): DescribedPage | undefined {
  const { head } = user;
  if (!head || head.limit !== limit || !isStill(memory, user, head.stamp, now)) return undefined;
  head.page = describeAgain(memory, head.page, () => describePage(sql, memory, user, head.entries));
  return head.page;
}

/**
 * A page is written again only when somebody in the cell liked or its reader saved, and is another one only if that shows
 * on it.
 */
export function describeAgain(
  memory: CellMemory,
  page: DescribedPage | undefined,
  describe: () => string,
): DescribedPage {
  const { changes } = memory.pendingLikes;
  if (page?.likesAt === changes) return page;
  const text = describe();
  if (page?.text !== text) return describeNow(memory, text);
  page.likesAt = changes;
  return page;
}

/** A page that was written just now. */
export function describeNow({ pendingLikes }: CellMemory, text: string): DescribedPage {
  return { text, likesAt: pendingLikes.changes, decoded: undefined };
}
