import { decodeIdCursor, encodeIdCursor } from '../../../shared/domain/paging/id-cursor.ts';
import type { ResidentCell } from '../../../shared/domain/timelines/resident-cells.ts';
import { decodeSkeleton, nextBefore } from '../../../shared/domain/timelines/skeleton.ts';
import { atHome } from '../../cells/at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import type { FeedSkeleton } from './feed-skeleton.ts';
import { readFirstPage } from './read-first-page.ts';

/** The skeleton of a page of the latest feed: what the viewer's cell has at hand in this isolate, or one call to it. */
export async function readLatest(
  c: Pick<AppContext, 'get'>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<FeedSkeleton> {
  const services = c.get('services');
  const viewer = requireViewer(c);
  const before = decodeIdCursor('latest', cursor);
  const decode = (text: string) => decodeLatest(text, limit);
  const call = () => atHome(services, viewer, (cell) => cell.readHome(viewer.id, before, limit));
  if (before !== null) return decode(await call());
  const now = c.get('now');
  const recall = (cell: ResidentCell) => cell.recallHome(viewer.id, limit, now);
  return readFirstPage(services, viewer, now, { recall, call, decode });
}

/** The skeleton of a page of the latest feed, as a cell wrote it. */
export function decodeLatest(text: string, limit: number): FeedSkeleton {
  // Assigned, not spread: copying each entry took a tenth of the whole request.
  const entries = decodeSkeleton(text).map((entry) =>
    Object.assign(entry, { reason: entry.own ? ('own' as const) : ('following' as const) }),
  );
  return { entries, nextCursor: encodeIdCursor('latest', nextBefore(entries, limit)) };
}
