import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FeedPost } from '../../../../shared/contracts/index.ts';
import { frameRatio } from '../media/frame-ratio.ts';
import { PostCard } from '../posts/post-card.tsx';
import { recallList, rememberList } from './list-memory.ts';
import { useFeedKeys } from './use-feed-keys.ts';
import { useSeenPosts } from './use-seen-posts.ts';

const COLUMN = 560;
/** Heading, actions, counts and a line or two of caption. */
const AROUND_PHOTO = 190;
const GAP = 28;
/** The next page is asked for this many posts before the end is reached. */
const AHEAD = 8;
const OVERSCAN = 3;

interface FeedListProps {
  name: string;
  posts: FeedPost[];
  hasMore: boolean;
  onNearEnd: () => void;
}

/** The posts in view and a few around them; the rest is height. */
export function FeedList({ name, posts, hasMore, onNearEnd }: FeedListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), []);

  const virtualizer = useWindowVirtualizer({
    count: posts.length,
    estimateSize: (index) => {
      const width = Math.min(COLUMN, window.innerWidth);
      return width / frameRatio(posts[index]?.media ?? []) + AROUND_PHOTO + GAP;
    },
    getItemKey: (index) => posts[index]?.id ?? index,
    overscan: OVERSCAN,
    scrollMargin: margin,
    initialMeasurementsCache: recallList(name),
  });
  useEffect(() => () => rememberList(name, virtualizer.takeSnapshot()), [name, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= posts.length - AHEAD) onNearEnd();
  }, [hasMore, last, posts.length, onNearEnd]);

  useSeenPosts(list);
  useFeedKeys(list, (index) => virtualizer.scrollToIndex(index, { align: 'start' }), posts);

  return (
    <div
      ref={list}
      role="feed"
      aria-label="Posts"
      aria-busy={hasMore && last >= posts.length - 1}
      style={{ height: virtualizer.getTotalSize() }}
      className="relative"
    >
      {items.map((item) => {
        const post = posts[item.index];
        return (
          post && (
            <div
              key={post.id}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${item.start - margin}px)`, paddingBottom: GAP }}
            >
              <PostCard
                post={post}
                eager={item.index === 0}
                position={item.index}
                total={hasMore ? -1 : posts.length}
              />
            </div>
          )
        );
      })}
    </div>
  );
}
