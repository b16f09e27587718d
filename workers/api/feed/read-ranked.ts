import { decodeRankedPlace } from '../../../shared/domain/ranking/ranked-cursor.ts';
import { reasonAt } from '../../../shared/domain/ranking/reason-letters.ts';
import { decodeSkeleton } from '../../../shared/domain/timelines/skeleton.ts';
import { atHome } from '../../cells/at-home.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { fillSlots } from './fill-slots.ts';
import type { FeedSkeleton } from './read-latest.ts';

/** The skeleton of a page of the ranked feed: one call to the viewer's cell, and the slots between its posts. */
export async function readRanked(
  c: Pick<AppContext, 'var' | 'executionCtx'>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<FeedSkeleton> {
  const { services, now } = c.var;
  const viewer = requireViewer(c);
  if (cursor !== undefined) decodeRankedPlace(cursor);
  const query = { userId: viewer.id, cursor: cursor ?? null, limit, now };
  const page = await atHome(services, viewer, (cell) => cell.readRanked(query));
  const entries = decodeSkeleton(page.skeleton).map((entry, index) => ({
    ...entry,
    reason: reasonAt(page.reasons, index),
  }));
  return { entries: await fillSlots(c, entries, page.position), nextCursor: page.nextCursor };
}
