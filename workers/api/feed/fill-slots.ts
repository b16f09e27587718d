import {
  type Filled,
  mergeSlots,
  type SlotPlaces,
  type SlotSource,
  slotsOfPage,
} from '../../../shared/domain/ranking/slots.ts';
import { readMarks } from '../../cards/read-marks.ts';
import { visiblePostIds } from '../../cards/visible-post-ids.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import type { FeedEntry } from './feed-skeleton.ts';

type Request = Pick<AppContext, 'get' | 'var' | 'executionCtx'>;
type Slot = { slot: number; before: number };

/** Puts recommended and sponsored posts between the organic ones of a page that begins at `position`. */
export async function fillSlots(c: Request, organic: FeedEntry[], position: number): Promise<FeedEntry[]> {
  const { slotSources, config } = c.get('services');
  if (slotSources.length === 0) return organic;
  const places: Record<SlotSource['reason'], SlotPlaces> = {
    recommended: config.FEED_RECOMMENDED_SLOTS,
    sponsored: config.FEED_SPONSORED_SLOTS,
  };
  const shown = organic.map(({ postId }) => postId);
  const groups = await Promise.all(
    slotSources.map((source) => {
      const slots = slotsOfPage(places[source.reason], position, organic.length);
      return slots.length > 0 ? askSource(c, source, slots, shown) : [];
    }),
  );
  return mergeSlots(organic, groups);
}

/** What a source has for the slots, as far as the viewer may see it. A source that fails leaves its slots empty. */
async function askSource(
  c: Request,
  source: SlotSource,
  slots: readonly Slot[],
  shownPostIds: readonly string[],
): Promise<Filled<FeedEntry>[]> {
  const services = c.get('services');
  const now = c.get('now');
  const viewer = requireViewer(c);
  try {
    const filled = await source.fill({ viewerId: viewer.id, slots: slots.map(({ slot }) => slot), shownPostIds, now });
    const offered = new Map([...filled.values()].map((post) => [post.postId, post]));
    for (const postId of shownPostIds) offered.delete(postId);
    const visible = new Set(await visiblePostIds(c, [...offered.keys()]));
    const marksOf = await readMarks(services, viewer, [...visible]);
    return slots.flatMap(({ slot, before }) => {
      const post = filled.get(slot);
      if (!post || !visible.delete(post.postId)) return [];
      const { postId, revision } = post;
      const marks = marksOf(postId);
      const entry = { entryId: postId, postId, revision, own: false, hidden: false, ...marks, reason: source.reason };
      return [{ before, item: entry }];
    });
  } catch {
    return [];
  }
}
