import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { EyeOff, Layers2, Play } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { recallList, rememberList } from '../feed/list-memory.ts';
import { Photo } from '../media/photo.tsx';
import { tileSources } from '../media/photo-sources.ts';
import { useCovered } from '../moderation/use-covered.ts';

const COLUMNS = 3;
const WIDEST = 935;
const OVERSCAN_ROWS = 4;
const SIZES = '(min-width: 935px) 309px, 33vw';

interface PostGridProps {
  name: string;
  posts: Post[];
  /** The link around one tile. */
  link: (post: Post, tile: ReactNode) => ReactNode;
}

/** What a tile shows, for those who do not see it. */
export function tileLabel(post: Post): string {
  const words = post.media[0]?.altText || post.caption;
  const by = `${post.media[0]?.kind === 'video' ? 'Video' : 'Photo'} by ${post.author.username}`;
  return words ? `${by}: ${words.slice(0, 120)}` : by;
}

/** Three square tiles a row, 2 px apart on phones and 4 px on wide screens; only the rows around the window exist. */
export function PostGrid({ name, posts, link }: PostGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin((grid.current?.getBoundingClientRect().top ?? 0) + window.scrollY), []);

  const rows = Math.ceil(posts.length / COLUMNS);
  const virtualizer = useWindowVirtualizer({
    count: rows,
    estimateSize: () => Math.min(WIDEST, window.innerWidth) / COLUMNS,
    overscan: OVERSCAN_ROWS,
    scrollMargin: margin,
    initialMeasurementsCache: recallList(name),
  });
  useEffect(() => () => rememberList(name, virtualizer.takeSnapshot()), [name, virtualizer]);

  const items = virtualizer.getVirtualItems();
  return (
    <div ref={grid} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {items.map((row) => (
        <div
          key={row.key}
          ref={virtualizer.measureElement}
          data-index={row.index}
          className="absolute inset-x-0 top-0 grid grid-cols-3 gap-0.5 pb-0.5 sm:gap-1 sm:pb-1"
          style={{ transform: `translateY(${row.start - margin}px)` }}
        >
          {posts.slice(row.index * COLUMNS, (row.index + 1) * COLUMNS).map((post) => (
            <div key={post.id} className="relative aspect-square">
              {link(post, <Tile post={post} eager={row.index < 2} />)}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

const markClass = 'absolute right-2 top-2 size-5 text-white drop-shadow-[0_1px_3px_rgb(0_0_0/0.7)]';

function Tile({ post, eager }: { post: Post; eager: boolean }) {
  const [first] = post.media;
  const covered = useCovered();
  const hidden = first !== undefined && covered(first);
  return (
    <>
      <span className="sr-only">{hidden ? `Sensitive. ${tileLabel(post)}` : tileLabel(post)}</span>
      <span className="block size-full" aria-hidden="true">
        {first && <Photo media={first} sizes={SIZES} sourcesOf={tileSources} eager={eager} waiting={hidden} />}
        {hidden && (
          <EyeOff className="absolute inset-0 m-auto size-7 text-white drop-shadow-[0_1px_3px_rgb(0_0_0/0.7)]" />
        )}
        <span className="absolute inset-0 opacity-0 shadow-[inset_0_0_0_1.5px_var(--rim)] transition group-hover:opacity-100" />
        {post.media.length > 1 ? (
          <Layers2 className={markClass} />
        ) : (
          first?.kind === 'video' && <Play className={`${markClass} fill-current`} />
        )}
      </span>
    </>
  );
}

export const tileLinkClass = 'group absolute inset-0 block focus-visible:z-10 focus-visible:-outline-offset-2';

const SKELETON_TILES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

export function PostGridSkeleton() {
  return (
    <div className="after-a-moment grid grid-cols-3 gap-0.5 sm:gap-1" aria-hidden="true">
      {SKELETON_TILES.map((tile) => (
        <Skeleton key={tile} className="aspect-square" />
      ))}
    </div>
  );
}
