import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Hash } from 'lucide-react';
import type { PostsPage } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { PostGrid, PostGridSkeleton, tileLinkClass } from '../posts/post-grid.tsx';

const PAGE = 24;

/** Public posts with a hashtag, newest first. */
export default function HashtagPage() {
  const { tag } = useParams({ from: '/app/tags/$tag' });
  useDocumentTitle(`#${tag}`);
  const query = useInfiniteQuery({
    queryKey: queryKeys.postsWithHashtag(tag),
    queryFn: ({ pageParam, signal }) =>
      api.get<PostsPage>(`/hashtags/${encodeURIComponent(tag)}/posts`, { cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const posts = query.data?.pages.flatMap((page) => page.posts) ?? [];
  return (
    <div className="mx-auto w-full max-w-[935px] sm:px-4 lg:px-6">
      <PageHeader title={<bdi>#{tag}</bdi>} back />
      {query.isPending && <PostGridSkeleton />}
      {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
      {query.data && posts.length === 0 && (
        <EmptyState icon={<Hash className="size-7" strokeWidth={1.5} />} title={`Nothing with #${tag} yet`}>
          Write it in a caption, and your post is the first one here.
        </EmptyState>
      )}
      {posts.length > 0 && (
        <div className="sm:pt-3">
          <PostGrid
            name={`tag-${tag}`}
            posts={posts}
            link={(post, tile) => (
              <Link to="/p/$postId" params={{ postId: post.id }} className={tileLinkClass}>
                {tile}
              </Link>
            )}
          />
          <LoadMore query={query} />
        </div>
      )}
    </div>
  );
}
