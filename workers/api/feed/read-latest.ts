import { decodeIdCursor, encodeIdCursor } from '../../../shared/domain/paging/id-cursor.ts';
import { decodeSkeleton, nextBefore } from '../../../shared/domain/timelines/skeleton.ts';
import { atHome } from '../../cells/at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import type { FeedEntry } from './answer-feed.ts';

export type FeedSkeleton = { entries: FeedEntry[]; nextCursor: string | null };

/** The skeleton of a page of the latest feed: one call to the viewer's cell. */
export async function readLatest(
  c: Pick<AppContext, 'get'>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<FeedSkeleton> {
  const viewer = requireViewer(c);
  const before = decodeIdCursor('latest', cursor);
  const skeleton = await atHome(c.get('services'), viewer, (cell) => cell.readHome(viewer.id, before, limit));
  // Assigned, not spread: copying each entry took a tenth of the whole request.
  const entries = decodeSkeleton(skeleton).map((entry) =>
    Object.assign(entry, { reason: entry.own ? ('own' as const) : ('following' as const) }),
  );
  return { entries, nextCursor: encodeIdCursor('latest', nextBefore(entries, limit)) };
}
