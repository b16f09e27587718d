import { Link } from '@tanstack/react-router';
import { Bookmark, LockKeyhole, Settings } from 'lucide-react';
import type { User } from '../../../../shared/contracts/index.ts';
import { formatCount } from '../../format/count.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { LazyMenuButton } from '../../ui/lazy-menu-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useMe } from '../auth/session.ts';
import { MessageButton } from '../conversations/message-button.tsx';
import { FollowButton } from '../follows/follow-button.tsx';
import { useRelation } from './use-relation.ts';

const loadMenu = () => import('./profile-menu.tsx');

function Count({ value, label }: { value: number; label: string }) {
  return (
    <>
      <span className="tabular font-semibold text-strong">{formatCount(value)}</span> {label}
    </>
  );
}

/** A person's head of page: picture, names, counts, and what one can do. */
export function ProfileHeader({ user }: { user: User }) {
  const me = useMe();
  const isMe = me?.id === user.id;
  const { posts, followers, following } = user.counts;
  const params = { username: user.username };
  const canSeeLists = isMe || !user.isPrivate || user.viewer.following;
  const countClass = 'rounded-sm hover:text-strong';
  return (
    <header className="px-4 pb-8 pt-6 sm:px-0 sm:pt-10">
      <div className="flex items-center gap-5 sm:items-start sm:gap-10">
        <Avatar user={user} size={148} className="max-sm:!size-[84px] max-sm:!text-[2.1rem]" />
        <div className="min-w-0 flex-1 sm:pt-2">
          <div className="flex items-center gap-2">
            <h1 className="flex min-w-0 items-center gap-2 text-lg font-semibold tracking-tight">
              <span className="truncate">{user.username}</span>
              {user.isPrivate && <LockKeyhole className="size-4 shrink-0 text-faint" aria-label="Private account" />}
            </h1>
            <div className="ml-auto flex items-center gap-2 sm:ml-4">
              <div className="hidden items-center gap-2 sm:flex">
                <ProfileAction user={user} isMe={isMe} />
              </div>
              {isMe && (
                <Link
                  to="/saved"
                  aria-label="Saved"
                  title="Saved"
                  className="inline-flex size-11 items-center justify-center rounded-full hover:bg-raised sm:hidden"
                >
                  <Bookmark className="size-5" />
                </Link>
              )}
              {isMe && (
                <Link
                  to="/settings"
                  aria-label="Settings"
                  title="Settings"
                  className="inline-flex size-11 items-center justify-center rounded-full hover:bg-raised"
                >
                  <Settings className="size-5" />
                </Link>
              )}
              {!isMe && me && (
                <LazyMenuButton
                  label={`More about ${user.username}`}
                  load={loadMenu}
                  render={(Menu) => <Menu user={user} />}
                />
              )}
            </div>
          </div>
          <ul className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-soft sm:mt-4 sm:gap-x-8 sm:text-base">
            <li>
              <Count value={posts} label={posts === 1 ? 'post' : 'posts'} />
            </li>
            <li>
              {canSeeLists ? (
                <Link to="/@{$username}/followers" params={params} resetScroll={false} className={countClass}>
                  <Count value={followers} label={followers === 1 ? 'follower' : 'followers'} />
                </Link>
              ) : (
                <Count value={followers} label={followers === 1 ? 'follower' : 'followers'} />
              )}
            </li>
            <li>
              {canSeeLists ? (
                <Link to="/@{$username}/following" params={params} resetScroll={false} className={countClass}>
                  <Count value={following} label="following" />
                </Link>
              ) : (
                <Count value={following} label="following" />
              )}
            </li>
          </ul>
          <div className="mt-4 hidden sm:block">
            <About user={user} isMe={isMe} />
          </div>
        </div>
      </div>
      <div className="mt-4 sm:hidden">
        <About user={user} isMe={isMe} />
        <div className="mt-4 flex gap-2 *:flex-1">
          <ProfileAction user={user} isMe={isMe} />
        </div>
      </div>
    </header>
  );
}

function ProfileAction({ user, isMe }: { user: User; isMe: boolean }) {
  if (user.viewer.blocking) return <UnblockButton user={user} />;
  if (!isMe) {
    return (
      <>
        <FollowButton person={user} size="medium" />
        <MessageButton user={user} />
      </>
    );
  }
  return (
    <Link to="/settings/profile" className={buttonClass('quiet', 'medium')}>
      Edit profile
    </Link>
  );
}

function UnblockButton({ user }: { user: User }) {
  const block = useRelation(user, 'block');
  return (
    <Button look="quiet" busy={block.isPending} onClick={() => block.mutate(false)}>
      Unblock
    </Button>
  );
}

function About({ user, isMe }: { user: User; isMe: boolean }) {
  return (
    <>
      {user.fullName && <p className="font-semibold">{user.fullName}</p>}
      {user.bio && (
        <p dir="auto" className="text-left mt-0.5 max-w-prose whitespace-pre-line text-pretty">
          {user.bio}
        </p>
      )}
      {!isMe && user.viewer.followedBy && <p className="mt-1.5 text-xs text-faint">Follows you</p>}
    </>
  );
}

export function ProfileHeaderSkeleton() {
  return (
    <div
      className="after-a-moment flex items-center gap-5 px-4 pb-8 pt-6 sm:gap-10 sm:px-0 sm:pt-10"
      aria-hidden="true"
    >
      <Skeleton className="size-[84px] rounded-full sm:size-[148px]" />
      <span className="flex-1">
        <Skeleton className="h-6 w-40 rounded-sm" />
        <Skeleton className="mt-4 h-4 w-64 max-w-full rounded-sm" />
        <Skeleton className="mt-4 h-4 w-52 max-w-full rounded-sm" />
      </span>
    </div>
  );
}
