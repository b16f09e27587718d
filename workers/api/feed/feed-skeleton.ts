import type { FeedReason } from '../../../shared/contracts/index.ts';
import type { RecalledPage } from '../../../shared/domain/timelines/resident-cells.ts';
import type { SkeletonEntry } from '../../../shared/domain/timelines/skeleton.ts';
import type { WrittenFeed } from './write-feed.ts';

export type FeedEntry = SkeletonEntry & { reason: FeedReason };

/** A page of the feed before its posts are loaded. */
export type FeedSkeleton = {
  entries: FeedEntry[];
  /** In the order of this feed; `nextCursorOf` adds what a scroll must not repeat. */
  nextCursor: string | null;
  /** Posts that earlier pages showed because somebody passed them on. */
  passedOn?: readonly string[];
  /** Of a skeleton that is used again: what was written of it last. */
  written?: WrittenFeed | undefined;
};

/** The skeleton of a page that a cell of this isolate keeps, decoded once. */
export function decodeOnce<Skeleton extends FeedSkeleton>(
  page: RecalledPage,
  decode: (text: string) => Skeleton,
): Skeleton {
  page.decoded ??= { ...decode(page.text), written: undefined };
  return page.decoded as Skeleton;
}
