import { useInfiniteQuery } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { useState } from 'react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { countOf } from '../../format/count.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { Photo } from '../media/photo.tsx';
import { tileSources } from '../media/photo-sources.ts';
import { PostGridSkeleton, tileLabel } from '../posts/post-grid.tsx';
import type { savedQuery } from './saved-query.ts';

interface PickPostsDialogProps {
  title: string;
  /** What the button says, before "3 posts". */
  action: string;
  empty: string;
  query: typeof savedQuery;
  /** Posts that are not offered. */
  without?: ReadonlySet<string>;
  busy: boolean;
  onPick: (postIds: string[]) => void;
  onClose: () => void;
}

/** Several posts at once, by pressing their tiles. */
export default function PickPostsDialog({
  title,
  action,
  empty,
  busy,
  onPick,
  onClose,
  ...list
}: PickPostsDialogProps) {
  const [picked, setPicked] = useState<readonly string[]>([]);
  const query = useInfiniteQuery(list.query);
  const all = query.data?.pages.flatMap((page) => page.posts) ?? [];
  const posts = all.filter(({ id }) => !list.without?.has(id));
  const toggle = (id: string) =>
    setPicked((old) => (old.includes(id) ? old.filter((other) => other !== id) : [...old, id]));
  return (
    <Dialog open onClose={onClose} title={title} className="sm:!w-[36rem]">
      <div className="min-h-80">
        {query.isPending && <PostGridSkeleton />}
        {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
        {query.data && posts.length === 0 && !query.hasNextPage && <EmptyState title={empty} />}
        <div className="grid grid-cols-3 gap-0.5">
          {posts.map((post) => (
            <PickTile key={post.id} post={post} picked={picked.includes(post.id)} onPress={() => toggle(post.id)} />
          ))}
        </div>
        {query.data && <LoadMore query={query} ahead="200px" />}
      </div>
      {posts.length > 0 && (
        <div className="sticky bottom-0 flex justify-end border-t border-hairline bg-surface px-5 py-3">
          <Button busy={busy} disabled={picked.length === 0} onClick={() => onPick([...picked])}>
            {picked.length === 0 ? action : `${action} ${countOf(picked.length, 'post')}`}
          </Button>
        </div>
      )}
    </Dialog>
  );
}

function PickTile({ post, picked, onPress }: { post: Post; picked: boolean; onPress: () => void }) {
  const [first] = post.media;
  return (
    <button
      type="button"
      aria-pressed={picked}
      aria-label={tileLabel(post)}
      onClick={onPress}
      className="relative aspect-square focus-visible:z-10 focus-visible:-outline-offset-2"
    >
      {first && <Photo media={first} sizes="192px" sourcesOf={tileSources} />}
      <span
        className={cx('absolute inset-0 transition', picked && 'bg-black/40 shadow-[inset_0_0_0_3px_var(--rim)]')}
      />
      <span
        className={cx(
          'absolute right-2 top-2 flex size-6 items-center justify-center rounded-full border border-white/80 transition',
          picked ? 'border-transparent bg-accent-fill text-on-accent' : 'bg-black/40',
        )}
      >
        {picked && <Check className="size-4" strokeWidth={2.5} />}
      </span>
    </button>
  );
}
