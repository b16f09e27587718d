import { Link } from '@tanstack/react-router';
import { Bookmark, Heart, MessageCircle, Repeat2, Send } from 'lucide-react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { cx } from '../../ui/class-names.ts';
import { IconButton, iconButtonClass } from '../../ui/icon-button.tsx';
import { useMe } from '../auth/session.ts';
import { useRequireMe } from '../auth/use-require-me.ts';
import { useSavePost } from '../saves/use-save-post.ts';
import { openShare } from '../shares/share-prompt.ts';
import { useRepost } from '../shares/use-repost.ts';
import { shareLink } from './share-post.ts';

interface PostActionsProps {
  post: Post;
  onLike: (liked: boolean) => void;
  /** Where the conversation is not on the same page. */
  commentLink?: boolean;
}

/** Like, comment, pass on, share and save. */
export function PostActions({ post, onLike, commentLink = false }: PostActionsProps) {
  const requireMe = useRequireMe();
  const save = useSavePost(post);
  const repost = useRepost(post);
  const me = useMe();
  const { liked, saved, shared } = post.viewer;
  // One's own followers have it already, and what a private account shows stays among its followers.
  const canRepost = me?.id !== post.author.id && !post.author.isPrivate;
  return (
    <div className="-mx-2.5 flex items-center">
      <IconButton
        label={liked ? 'Unlike' : 'Like'}
        aria-pressed={liked}
        onClick={() => requireMe(() => onLike(!liked))}
      >
        <Heart
          key={String(liked)}
          className={cx('size-6', liked && 'settle fill-accent-fill text-accent-fill')}
          strokeWidth={1.75}
        />
      </IconButton>
      {!post.commentsOff && commentLink && (
        <Link
          to="/p/$postId"
          params={{ postId: post.id }}
          aria-label="Comments"
          title="Comments"
          className={iconButtonClass}
        >
          <MessageCircle className="size-6" strokeWidth={1.75} />
        </Link>
      )}
      {canRepost && (
        <IconButton
          label={shared ? 'No longer pass on' : 'Pass on to your followers'}
          aria-pressed={shared}
          onClick={() => requireMe(() => repost.mutate(!shared))}
        >
          <Repeat2 key={String(shared)} className={cx('size-6', shared && 'settle text-accent')} strokeWidth={1.75} />
        </IconButton>
      )}
      <IconButton
        label="Share"
        aria-haspopup={me ? 'dialog' : undefined}
        onClick={() => (me ? openShare(post) : void shareLink(post))}
      >
        <Send className="size-6" strokeWidth={1.75} />
      </IconButton>
      <IconButton
        label={saved ? 'Remove from saved' : 'Save'}
        aria-pressed={saved}
        className="ml-auto"
        onClick={() => requireMe(() => save.mutate(!saved))}
      >
        <Bookmark key={String(saved)} className={cx('size-6', saved && 'settle fill-current')} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}
