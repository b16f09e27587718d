import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useCanGoBack, useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { ImageOff } from 'lucide-react';
import type { Post, PostsPage } from '../../../../shared/contracts/index.ts';
import { isStatus } from '../../api/api-error.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { buttonClass } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { PostGrid, tileLinkClass } from './post-grid.tsx';
import { PostView } from './post-view.tsx';
import { postQuery } from './use-post.ts';

const MORE_SHOWN = 6;
const PAGE = 24;

export default function PostPage() {
  const { postId } = useParams({ from: '/app/p/$postId' });
  const query = useQuery(postQuery(postId));
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const navigate = useNavigate();
  const post = query.data;
  useDocumentTitle(post && `${post.media[0]?.kind === 'video' ? 'Video' : 'Photo'} by ${post.author.username}`);
  const leave = () => (canGoBack ? router.history.back() : void navigate({ to: '/' }));

  return (
    <>
      <PageHeader title="Post" back />
      <div className="mx-auto w-full max-w-[1200px] pb-12 [--composer-bottom:var(--tabbar)] md:px-4">
        {query.isPending && <PostViewSkeleton />}
        {!post && query.isError && <Missing error={query.error} onRetry={() => query.refetch()} />}
        {post && (
          <>
            <div className="md:overflow-hidden md:mx-auto md:w-fit md:max-w-full md:rounded-lg md:shadow-[0_0_0_1px_var(--hairline)]">
              <PostView key={post.id} post={post} onDeleted={leave} height="min(78dvh, 46rem)" />
            </div>
            <MoreByAuthor post={post} />
          </>
        )}
      </div>
    </>
  );
}

function Missing({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (!isStatus(error, 404)) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <EmptyState
      icon={<ImageOff className="size-7" strokeWidth={1.5} />}
      title="This post is not here"
      action={
        <Link to="/" className={buttonClass('quiet')}>
          Go home
        </Link>
      }
    >
      It was deleted, or it belongs to an account that you do not follow.
    </EmptyState>
  );
}

function MoreByAuthor({ post }: { post: Post }) {
  const { id, username } = post.author;
  const { data } = useInfiniteQuery({
    queryKey: queryKeys.postsOfUser(id),
    queryFn: ({ pageParam, signal }) =>
      api.get<PostsPage>(`/users/${id}/posts`, { cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const others = (data?.pages[0]?.posts ?? []).filter((other) => other.id !== post.id).slice(0, MORE_SHOWN);
  if (others.length === 0) return null;
  return (
    <section aria-label={`More by ${username}`} className="mx-auto mt-10 max-w-[935px]">
      <h2 className="px-4 pb-3 text-soft md:px-0">
        More by{' '}
        <Link to="/@{$username}" params={{ username }} className="rounded-sm font-semibold text-strong hover:underline">
          {username}
        </Link>
      </h2>
      <PostGrid
        name={`more-${post.id}`}
        posts={others}
        link={(other, tile) => (
          <Link to="/p/$postId" params={{ postId: other.id }} className={tileLinkClass}>
            {tile}
          </Link>
        )}
      />
    </section>
  );
}

export function PostViewSkeleton() {
  return (
    <div className="after-a-moment flex flex-col md:flex-row md:justify-center" aria-hidden="true">
      <HeadingSkeleton className="px-4 py-3 md:hidden" />
      <Skeleton className="aspect-[4/5] w-full md:h-[min(78dvh,46rem)] md:w-auto" />
      <div className="p-4 md:w-[22rem]">
        <HeadingSkeleton className="mb-8 max-md:hidden" />
        <Skeleton className="h-3.5 w-full rounded-sm" />
        <Skeleton className="mt-2.5 h-3.5 w-2/3 rounded-sm" />
      </div>
    </div>
  );
}

function HeadingSkeleton({ className }: { className: string }) {
  return (
    <div className={`flex items-center gap-3 ${className}`}>
      <Skeleton className="size-[38px] rounded-full" />
      <Skeleton className="h-3.5 w-32 rounded-sm" />
    </div>
  );
}
