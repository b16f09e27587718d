import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Archive } from 'lucide-react';
import type { Post, PostsPage } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { formatMoment } from '../../format/time.ts';
import { Button } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { Photo } from '../media/photo.tsx';
import { tileSources } from '../media/photo-sources.ts';
import { PersonRowsSkeleton } from '../users/person-row.tsx';
import { useArchivePost } from './use-archive-post.ts';

/** One's own posts that were taken out of sight. */
export default function ArchivePage() {
  useDocumentTitle('Archive');
  const query = useInfiniteQuery({
    queryKey: queryKeys.archivedPosts,
    queryFn: ({ pageParam, signal }) => api.get<PostsPage>('/posts/archived', { cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const posts = query.data?.pages.flatMap((page) => page.posts) ?? [];
  return (
    <div className="mx-auto w-full max-w-[560px]">
      <PageHeader title="Archive" back />
      <div className="px-4 pt-2 sm:px-0">
        {query.isPending && <PersonRowsSkeleton />}
        {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
        {query.data && posts.length === 0 && (
          <EmptyState icon={<Archive className="size-7" strokeWidth={1.5} />} title="Nothing archived">
            Archive a post of yours from its menu to take it out of everybody’s sight without losing it.
          </EmptyState>
        )}
        <ul className="divide-y divide-hairline">
          {posts.map((post) => (
            <li key={post.id}>
              <ArchivedRow post={post} />
            </li>
          ))}
        </ul>
        {query.hasNextPage && <LoadMore query={query} />}
      </div>
    </div>
  );
}

function ArchivedRow({ post }: { post: Post }) {
  const archive = useArchivePost(post);
  const [first] = post.media;
  return (
    <div className="flex items-center gap-4 py-3">
      <Link
        to="/p/$postId"
        params={{ postId: post.id }}
        className="group flex min-w-0 flex-1 items-center gap-4 rounded-lg"
      >
        <span className="size-18 shrink-0 overflow-hidden rounded-sm">
          {first && <Photo media={first} sizes="72px" sourcesOf={tileSources} />}
        </span>
        <span className="min-w-0 flex-1">
          <span dir="auto" className="line-clamp-2 group-hover:underline">
            {post.caption || <span className="text-faint">No caption.</span>}
          </span>
          <span className="mt-0.5 block text-xs text-faint">{formatMoment(post.createdAt)}</span>
        </span>
      </Link>
      <Button size="small" look="quiet" busy={archive.isPending} onClick={() => archive.mutate(false)}>
        Restore
      </Button>
    </div>
  );
}
