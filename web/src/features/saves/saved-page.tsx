import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bookmark } from 'lucide-react';
import { LoadMore } from '../../ui/load-more.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { CollectionShelf } from '../collections/collection-shelf.tsx';
import { savedQuery } from '../collections/saved-query.ts';
import { PostGrid, PostGridSkeleton, tileLinkClass } from '../posts/post-grid.tsx';

export default function SavedPage() {
  useDocumentTitle('Saved');
  const query = useInfiniteQuery(savedQuery);
  const posts = query.data?.pages.flatMap((page) => page.posts) ?? [];
  return (
    <div className="mx-auto w-full max-w-[935px] sm:px-4 lg:px-6">
      <PageHeader title="Saved" back="phone" />
      <CollectionShelf />
      {query.isPending && <PostGridSkeleton />}
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
      {query.data && posts.length === 0 && (
        <EmptyState icon={<Bookmark className="size-7" strokeWidth={1.5} />} title="Nothing saved yet">
          Press the bookmark under a post to keep it here. Only you see what you save.
        </EmptyState>
      )}
      {posts.length > 0 && (
        <>
          <h2 className="px-4 font-semibold sm:px-1">All saved posts</h2>
          <p className="px-4 pb-4 pt-0.5 text-xs text-faint sm:px-1">Only you see what you save.</p>
          <PostGrid
            name="saved"
            posts={posts}
            link={(post, tile) => (
              <Link to="/p/$postId" params={{ postId: post.id }} className={tileLinkClass}>
                {tile}
              </Link>
            )}
          />
          <LoadMore query={query} />
        </>
      )}
    </div>
  );
}
