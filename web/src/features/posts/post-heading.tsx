import { Link } from '@tanstack/react-router';
import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { Age } from '../../ui/age.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { PlaceLink } from './place-link.tsx';

interface PostHeadingProps {
  post: Post;
  id?: string;
  aside?: ReactNode;
}

/** Who, where and when. */
export function PostHeading({ post, id, aside }: PostHeadingProps) {
  const { author } = post;
  return (
    <header className="flex items-center gap-3">
      <Link
        to="/@{$username}"
        params={{ username: author.username }}
        className="rounded-full"
        tabIndex={-1}
        aria-hidden="true"
      >
        <Avatar user={author} size={38} />
      </Link>
      <div className="min-w-0 flex-1 leading-[1.15rem]">
        <div className="flex items-center gap-1.5">
          <Link
            to="/@{$username}"
            params={{ username: author.username }}
            id={id}
            className="truncate rounded-sm font-semibold hover:underline"
          >
            {author.username}
          </Link>
          {author.isPrivate && <LockKeyhole className="size-3 shrink-0 text-faint" aria-label="Private account" />}
          <span className="text-faint" aria-hidden="true">
            ·
          </span>
          <Link to="/p/$postId" params={{ postId: post.id }} className="shrink-0 rounded-sm text-faint hover:underline">
            <Age time={post.createdAt} />
          </Link>
        </div>
        {post.location && <PlaceLink place={post.location} />}
      </div>
      {aside}
    </header>
  );
}
