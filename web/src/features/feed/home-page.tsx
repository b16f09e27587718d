import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowUp } from 'lucide-react';
import { useCallback } from 'react';
import type { FeedMode } from '../../../../shared/contracts/index.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { PostCardSkeleton } from '../posts/post-card-skeleton.tsx';
import { EmptyFeed } from './empty-feed.tsx';
import { FeedEnd } from './feed-end.tsx';
import { FeedHeader } from './feed-header.tsx';
import { FeedList } from './feed-list.tsx';
import { useFeed } from './use-feed.ts';
import { useNewPosts } from './use-new-posts.ts';

export default function HomePage() {
  useDocumentTitle(undefined);
  const { feed: mode = 'ranked' } = useSearch({ from: '/app/' });
  const navigate = useNavigate();
  const choose = (next: FeedMode) =>
    void navigate({ to: '/', search: next === 'ranked' ? {} : { feed: next }, replace: true });
  return (
    <>
      <FeedHeader mode={mode} onChoose={choose} />
      <div id="feed-panel" role="tabpanel" aria-labelledby={`feed-tab-${mode}`} className="mx-auto max-w-[560px] pt-4">
        <Feed key={mode} mode={mode} />
      </div>
    </>
  );
}

function Feed({ mode }: { mode: FeedMode }) {
  const queryClient = useQueryClient();
  const { query, posts, readAt } = useFeed(mode);
  const { fetchNextPage, isFetchingNextPage, isFetchNextPageError, hasNextPage } = query;
  const hasNew = useNewPosts(posts, readAt);

  const more = useCallback(() => {
    if (!isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage, isFetchNextPageError]);

  const showNew = () => {
    window.scrollTo({ top: 0 });
    void queryClient.resetQueries({ queryKey: queryKeys.feed(mode) });
  };

  if (query.isPending) {
    return (
      <div className="after-a-moment flex flex-col gap-7">
        <PostCardSkeleton />
        <PostCardSkeleton ratio={1.2} />
      </div>
    );
  }
  if (query.isError && posts.length === 0) {
    return <ErrorState title="Your feed could not be loaded" error={query.error} onRetry={() => query.refetch()} />;
  }
  if (posts.length === 0) return <EmptyFeed />;
  return (
    <>
      {hasNew && (
        <div className="pointer-events-none sticky top-[calc(var(--topbar)+0.75rem)] z-20 flex h-0 justify-center sm:top-16">
          <button
            type="button"
            onClick={showNew}
            className="appear pointer-events-auto flex h-9 items-center gap-2 rounded-full bg-surface px-4 font-medium shadow-[0_0_0_1.5px_var(--rim),0_6px_24px_color-mix(in_oklch,var(--rim)_30%,transparent)]"
          >
            <ArrowUp className="size-4 text-accent" /> New posts
          </button>
        </div>
      )}
      <FeedList name={`feed-${mode}`} posts={posts} hasMore={hasNextPage} onNearEnd={more} />
      {isFetchingNextPage && (
        <div className="flex justify-center py-6">
          <Spinner className="size-6 text-accent" />
        </div>
      )}
      {isFetchNextPageError && !isFetchingNextPage && (
        <ErrorState title="The next posts could not be loaded" error={query.error} onRetry={() => fetchNextPage()} />
      )}
      {!hasNextPage && <FeedEnd />}
    </>
  );
}
