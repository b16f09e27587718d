import { decodeRankedPlace } from '../../../shared/domain/ranking/ranked-cursor.ts';
import { decodeRankedPage } from '../../../shared/domain/ranking/ranked-page.ts';
import { decodeSkeleton } from '../../../shared/domain/timelines/skeleton.ts';
import { atHome } from '../../cells/at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { fillSlots } from './fill-slots.ts';
import type { FeedSkeleton } from './read-latest.ts';

/** The skeleton of a page of the ranked feed: one call to the viewer's cell, and the slots between its posts. */
export async function readRanked(
  c: Pick<AppContext, 'get' | 'var' | 'executionCtx'>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<FeedSkeleton> {
  const services = c.get('services');
  const now = c.get('now');
  const viewer = requireViewer(c);
  if (cursor !== undefined) decodeRankedPlace(cursor);
  const text = await atHome(services, viewer, (cell) => cell.readRanked(viewer.id, cursor ?? null, limit, now));
  const page = decodeRankedPage(text);
  const entries = decodeSkeleton(page.skeleton).map((entry, index) =>
    Object.assign(entry, { reason: page.reasons[index] ?? ('following' as const) }),
  );
  return { entries: await fillSlots(c, entries, page.position), nextCursor: page.nextCursor };
}
