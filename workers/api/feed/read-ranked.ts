import { decodeRankedPlace } from '../../../shared/domain/ranking/ranked-cursor.ts';
import { decodeRankedPage } from '../../../shared/domain/ranking/ranked-page.ts';
import type { ResidentCell } from '../../../shared/domain/timelines/resident-cells.ts';
import { decodeSkeleton } from '../../../shared/domain/timelines/skeleton.ts';
import { atHome } from '../../cells/at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import type { FeedSkeleton } from './feed-skeleton.ts';
import { fillSlots } from './fill-slots.ts';
import { readFirstPage } from './read-first-page.ts';

type RankedSkeleton = FeedSkeleton & { position: number };

/** The skeleton of a page of the ranked feed: what the viewer's cell has at hand, or one call; and the slots between its posts. */
export async function readRanked(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<FeedSkeleton> {
  const services = c.get('services');
  const now = c.get('now');
  const viewer = requireViewer(c);
  if (cursor !== undefined) decodeRankedPlace(cursor);
  const call = () => atHome(services, viewer, (cell) => cell.readRanked(viewer.id, cursor ?? null, limit, now));
  const recall = (cell: ResidentCell) => cell.recallRanked(viewer.id, limit, now);
  const organic =
    cursor === undefined
      ? await readFirstPage(services, viewer, now, { recall, call, decode: decodeRanked })
      : decodeRanked(await call());
  if (services.slotSources.length === 0) return organic;
  const entries = await fillSlots(c, organic.entries, organic.position);
  return { entries, nextCursor: organic.nextCursor };
}

/** The skeleton of a page of the ranked feed, as a cell wrote it. */
export function decodeRanked(text: string): RankedSkeleton {
  const { skeleton, reasons, position, nextCursor } = decodeRankedPage(text);
  const entries = decodeSkeleton(skeleton).map((entry, index) =>
    Object.assign(entry, { reason: reasons[index] ?? ('following' as const) }),
  );
  return { entries, nextCursor, position };
}
