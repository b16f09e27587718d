import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, Outlet, useParams, useSearch } from '@tanstack/react-router';
import { Ban, Camera, LockKeyhole, UserRoundX } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { PostsPage, User } from '../../../../shared/contracts/index.ts';
import { isStatus } from '../../api/api-error.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { buttonClass } from '../../ui/button.tsx';
import { LoadMore } from '../../ui/load-more.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { useMe } from '../auth/session.ts';
import { PostGrid, PostGridSkeleton, tileLinkClass } from '../posts/post-grid.tsx';
import { ProfileHeader, ProfileHeaderSkeleton } from './profile-header.tsx';
import { userQuery } from './use-user.ts';

const PostModal = lazy(() => import('../posts/post-modal.tsx'));

const PAGE = 24;

export default function ProfilePage() {
  const { username } = useParams({ from: '/app/@{$username}' });
  const me = useMe();
  const query = useQuery(userQuery(username));
  const user = query.data;
  useDocumentTitle(user ? (user.fullName ? `${user.fullName} (@${user.username})` : `@${user.username}`) : undefined);

  if (query.isPending) {
    return (
      <Frame>
        <ProfileHeaderSkeleton />
        <PostGridSkeleton />
      </Frame>
    );
  }
  if (!user) {
    return isStatus(query.error, 404) ? (
      <EmptyState icon={<UserRoundX className="size-7" strokeWidth={1.5} />} title={`There is no ${username} here`}>
        The name may be misspelt, or the account is gone.
      </EmptyState>
    ) : (
      <ErrorState error={query.error} onRetry={() => query.refetch()} />
    );
  }
  return (
    <Frame>
      {me && me.id !== user.id && <PageHeader bar back title={user.username} />}
      <ProfileHeader user={user} />
      <ProfilePosts user={user} />
      <Outlet />
    </Frame>
  );
}

function Frame({ children }: { children: React.ReactNode }) {
  return <div className="mx-auto w-full max-w-[935px] sm:px-4 lg:px-6">{children}</div>;
}

function ProfilePosts({ user }: { user: User }) {
  const me = useMe();
  const isMe = me?.id === user.id;
  const { blocking, following } = user.viewer;
  const hidden = blocking || (user.isPrivate && !isMe && !following);
  const { photo } = useSearch({ from: '/app/@{$username}' });
  const query = useInfiniteQuery({
    queryKey: queryKeys.postsOfUser(user.id),
    queryFn: ({ pageParam, signal }) =>
      api.get<PostsPage>(`/users/${user.id}/posts`, { cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled: !hidden,
  });

  if (blocking) {
    return (
      <EmptyState icon={<Ban className="size-7" strokeWidth={1.5} />} title={`You blocked ${user.username}`}>
        Neither of you sees the other. Unblock them to see their photos again.
      </EmptyState>
    );
  }
  if (hidden) {
    return (
      <EmptyState icon={<LockKeyhole className="size-7" strokeWidth={1.5} />} title="This account is private">
        {user.viewer.requested
          ? `${user.username} has your request. Their photos appear here when they accept it.`
          : `Follow ${user.username} to ask to see their photos.`}
      </EmptyState>
    );
  }
  if (query.isPending) return <PostGridSkeleton />;
  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => query.refetch()} />;

  const posts = query.data.pages.flatMap((page) => page.posts);
  if (posts.length === 0) return <NoPosts isMe={isMe} username={user.username} />;
  return (
    <>
      <PostGrid
        name={`profile-${user.id}`}
        posts={posts}
        link={(post, tile) => (
          <Link
            to="/@{$username}"
            params={{ username: user.username }}
            search={{ photo: post.id }}
            mask={{ to: '/p/$postId', params: { postId: post.id }, unmaskOnReload: true }}
            resetScroll={false}
            className={tileLinkClass}
          >
            {tile}
          </Link>
        )}
      />
      <LoadMore query={query} />
      {photo && (
        <Suspense>
          <PostModal postId={photo} among={posts} username={user.username} />
        </Suspense>
      )}
    </>
  );
}

function NoPosts({ isMe, username }: { isMe: boolean; username: string }) {
  const icon = <Camera className="size-7" strokeWidth={1.5} />;
  if (!isMe) return <EmptyState icon={icon} title={`${username} has not shared a photo yet`} />;
  return (
    <EmptyState
      icon={icon}
      title="Your photos live here"
      action={
        <Link to="/compose" className={buttonClass('primary')}>
          Share your first photo
        </Link>
      }
    >
      Everything you share appears on this page, newest first.
    </EmptyState>
  );
}
