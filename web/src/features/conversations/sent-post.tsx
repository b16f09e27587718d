import { Link } from '@tanstack/react-router';
import { EyeOff, ImageOff, Layers2, Play } from 'lucide-react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Photo } from '../media/photo.tsx';
import { tileSources } from '../media/photo-sources.ts';
import { useCovered } from '../moderation/use-covered.ts';
import { tileLabel } from '../posts/post-grid.tsx';

const markClass = 'absolute right-2.5 top-2.5 size-5 text-white drop-shadow-[0_1px_3px_rgb(0_0_0/0.7)]';

/** A post in a message: whose it is, its first photo and words; it leads to the post. Null: it may not be seen any more. */
export function SentPost({ post }: { post: Post | null }) {
  const covered = useCovered();
  if (!post) {
    return (
      <p className="flex max-w-64 items-center gap-3 rounded-lg border border-hairline-strong px-4 py-3 text-soft">
        <ImageOff className="size-5 shrink-0 text-faint" strokeWidth={1.5} aria-hidden="true" />
        This post is not available
      </p>
    );
  }
  const { author, caption, media } = post;
  const [first] = media;
  const hidden = first !== undefined && covered(first);
  return (
    <Link
      to="/p/$postId"
      params={{ postId: post.id }}
      aria-label={hidden ? `Sensitive. ${tileLabel(post)}` : tileLabel(post)}
      className="group block w-60 overflow-hidden rounded-lg bg-surface shadow-[0_0_0_1px_var(--hairline-strong)]"
    >
      <span className="flex items-center gap-2 px-3 py-2.5">
        <Avatar user={author} size={24} />
        <span className="min-w-0 truncate font-semibold group-hover:underline">{author.username}</span>
      </span>
      {first && (
        <span className="relative block aspect-square" aria-hidden="true">
          <Photo media={first} sizes="240px" sourcesOf={tileSources} waiting={hidden} />
          {hidden && (
            <EyeOff className="absolute inset-0 m-auto size-7 text-white drop-shadow-[0_1px_3px_rgb(0_0_0/0.7)]" />
          )}
          {media.length > 1 && <Layers2 className={markClass} />}
          {media.length === 1 && first.kind === 'video' && <Play className={markClass} />}
        </span>
      )}
      {caption && (
        <span className="block px-3 py-2.5">
          <span dir="auto" className="line-clamp-2 text-left text-soft">
            {caption}
          </span>
        </span>
      )}
    </Link>
  );
}
