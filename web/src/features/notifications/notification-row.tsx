import { Link, type LinkProps } from '@tanstack/react-router';
import type { Notification } from '../../../../shared/contracts/index.ts';
import { countOf } from '../../format/count.ts';
import { Age } from '../../ui/age.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useMe } from '../auth/session.ts';
import { FollowButton } from '../follows/follow-button.tsx';
import { whatOf, whoOf } from './describe-notification.ts';

/** Who did what, and the way there. What is new has the rim of light. */
export function NotificationRow({ notification }: { notification: Notification }) {
  const { actors, count, kind, comment, post, createdAt, read } = notification;
  const target = useTarget(notification);
  const follower = kind === 'follow' && count === 1 ? actors[0] : undefined;
  return (
    <div className="relative flex items-center gap-3 py-3">
      {!read && (
        <span
          aria-hidden="true"
          className="absolute -left-4 h-9 w-[3px] rounded-full bg-[var(--rim)] shadow-[1px_0_12px_var(--rim)]"
        />
      )}
      <Link {...target} className="group flex min-w-0 flex-1 items-center gap-3 rounded-lg">
        <Faces notification={notification} />
        <span className="min-w-0 flex-1">
          {!read && <span className="sr-only">New: </span>}
          <Sentence notification={notification} />
          {comment && <span className="line-clamp-2 break-words text-soft">{comment.text}</span>}
          <Age time={createdAt} className="block text-xs text-faint" />
        </span>
        {post?.thumbUrl && (
          <img
            src={post.thumbUrl}
            alt=""
            width={48}
            height={48}
            loading="lazy"
            decoding="async"
            className="size-12 shrink-0 rounded-sm bg-raised object-cover"
          />
        )}
      </Link>
      {follower && <FollowButton person={follower} />}
    </div>
  );
}

function Sentence({ notification }: { notification: Notification }) {
  const { names, others } = whoOf(notification);
  const [first = '', second] = names;
  return (
    <span className="block text-pretty break-words">
      <span className="font-semibold group-hover:underline">{first}</span>
      {second && (
        <>
          {' and '}
          <span className="font-semibold group-hover:underline">{second}</span>
        </>
      )}
      {others > 0 && ` and ${countOf(others, 'other')}`} {whatOf(notification)}
    </span>
  );
}

/** One face, or the two newest, one behind the other. */
function Faces({ notification: { actors } }: { notification: Notification }) {
  const [front, back] = actors;
  if (!front) return null;
  if (!back) return <Avatar user={front} size={44} />;
  return (
    <span className="relative size-11 shrink-0">
      <span className="absolute left-0 top-0 flex">
        <Avatar user={back} size={30} />
      </span>
      <span className="absolute bottom-0 right-0 flex rounded-full ring-2 ring-ground">
        <Avatar user={front} size={30} />
      </span>
    </span>
  );
}

function useTarget({ kind, post, actors, count }: Notification): Pick<LinkProps, 'to' | 'params'> {
  const me = useMe();
  if (kind === 'follow-request') return { to: '/requests' };
  if (kind === 'follow' && count > 1 && me) {
    return { to: '/@{$username}/followers', params: { username: me.username } };
  }
  if (post) return { to: '/p/$postId', params: { postId: post.id } };
  return { to: '/@{$username}', params: { username: actors[0]?.username ?? '' } };
}

const SKELETON_ROWS = ['1', '2', '3', '4', '5', '6', '7'];

export function NotificationRowsSkeleton() {
  return (
    <div className="after-a-moment" aria-hidden="true">
      {SKELETON_ROWS.map((row) => (
        <div key={row} className="flex items-center gap-3 py-3">
          <Skeleton className="size-11 rounded-full" />
          <span className="flex-1">
            <Skeleton className="h-3.5 w-52 max-w-full rounded-sm" />
            <Skeleton className="mt-2 h-3 w-16 rounded-sm" />
          </span>
          <Skeleton className="size-12 rounded-sm" />
        </div>
      ))}
    </div>
  );
}
