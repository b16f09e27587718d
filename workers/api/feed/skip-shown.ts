import { encodeFeedCursor } from '../../../shared/domain/paging/feed-cursor.ts';
import type { FeedSkeleton } from './feed-skeleton.ts';
import type { FeedPost } from './write-feed.ts';

/** Hides what the scroll has shown on earlier pages, where somebody passed it on: a post comes once in a scroll. */
export function skipShown(skeleton: FeedSkeleton, passedOn: readonly string[]): FeedSkeleton {
  if (passedOn.length === 0) return skeleton;
  const shown = new Set(passedOn);
  for (const entry of skeleton.entries) if (shown.has(entry.postId)) entry.hidden = true;
  return { ...skeleton, passedOn };
}

/** Where the scroll goes on. A post that was shown in its own place has no place further down, so it need not be known. */
export function nextCursorOf({ nextCursor, passedOn = [] }: FeedSkeleton, posts: readonly FeedPost[]): string | null {
  if (nextCursor === null) return null;
  const added = posts.flatMap(({ post, reposter }) => (reposter ? [post.card.id] : []));
  return encodeFeedCursor({ cursor: nextCursor, passedOn: [...passedOn, ...added] });
}
