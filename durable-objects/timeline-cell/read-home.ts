import { mergeNewest, type TimelineEntry } from '../../shared/domain/timelines/merge-newest.ts';
import { encodeSkeleton } from '../../shared/domain/timelines/skeleton.ts';
import { isLeftOut } from '../../shared/domain/visibility/can-see-posts.ts';
import { type CellMemory, type Marks, NOTHING_YET, type SourceState } from './cell-memory.ts';
import { hideReposts, sharedPosts } from './reposts.ts';
import type { UserState } from './user-state.ts';

export type HomeQuery = { before: string | null; limit: number };

/** Sources whose entries may show: all that the user follows and does not mute or block, nor is blocked by. */
export function visibleSources(user: UserState): SourceState[] {
  const visible: SourceState[] = [];
  for (const source of user.sources.values()) {
    const relation = user.relations.size > 0 ? user.relations.get(source.id) : undefined;
    if (isLeftOut(relation)) continue;
    visible.push(source);
  }
  return visible;
}

/** The newest entries that the cell holds itself. */
export function readHeld(sources: readonly SourceState[], { before, limit }: HomeQuery): TimelineEntry[] {
  return mergeNewest(
    sources.map(({ entries }) => entries),
    before,
    limit,
  );
}

/** Sources to be read from D1 before they can be merged: never read, or pulled and no longer current. */
export function findStale(sources: readonly SourceState[], now: number): SourceState[] {
  return sources.filter(
    ({ completeFrom, mode, freshUntil }) => completeFrom === NOTHING_YET || (mode === 'pull' && freshUntil <= now),
  );
}

/** Sources of which the cell lacks older entries that belong to this page. */
export function findGaps(
  sources: readonly SourceState[],
  held: readonly TimelineEntry[],
  limit: number,
): SourceState[] {
  const end = held.length < limit ? '' : (held.at(-1)?.id ?? '');
  return sources.filter(({ completeFrom }) => completeFrom > end);
}

/** Adds the viewer's marks, and writes the page for the way to the Worker. */
export function describePage(
  sql: SqlStorage,
  memory: CellMemory,
  user: UserState,
  page: readonly TimelineEntry[],
): string {
  const shared = sharedPosts(user);
  const isHidden = hideReposts(user, page);
  return encodeSkeleton(
    page.map((entry) => ({
      entryId: entry.id,
      postId: entry.postId,
      revision: entry.revision,
      liked: isMarked(sql, 'likes', user.liked, user.id, entry.postId),
      saved: isMarked(sql, 'saves', user.saved, user.id, entry.postId),
      own: entry.sourceId === user.id,
      shared: shared.has(entry.postId),
      hidden: isHidden(entry),
      reposterId: entry.authorId ? entry.sourceId : undefined,
      pendingLikes: memory.pendingLikes.list(entry.postId),
    })),
  );
}

/** Whether the user liked or saved a post: from memory, or from SQLite for posts older than memory goes. */
export function isMarked(
  sql: SqlStorage,
  table: 'likes' | 'saves',
  marks: Marks,
  userId: string,
  postId: string,
): boolean {
  if (postId >= marks.from) return marks.ids.has(postId);
  return sql.exec(`SELECT 1 FROM ${table} WHERE user_id = ? AND post_id = ?`, userId, postId).toArray().length > 0;
}
