import { type KeyboardEvent, memo, useId, useRef } from 'react';
import type { FeedPost, Post } from '../../../../shared/contracts/index.ts';
import { isFromOverlay } from '../../ui/is-from-overlay.ts';
import { reasonLabel } from '../feed/reason-text.ts';
import { LikesLine } from '../likes/likes-line.tsx';
import { MediaFrame, type MediaFrameHandle } from '../media/media-frame.tsx';
import { useSavePost } from '../saves/use-save-post.ts';
import { Caption } from './caption.tsx';
import { CommentsLine } from './comments-line.tsx';
import { PostActions } from './post-actions.tsx';
import { PostHeading } from './post-heading.tsx';
import { PostMenu } from './post-menu.tsx';
import { RepostLine } from './repost-line.tsx';
import { usePostLikes } from './use-post-likes.ts';

/** The feed's column is 560 px wide from tablets up, the screen's width below. */
const SIZES = '(min-width: 640px) 560px, 100vw';

interface PostCardProps {
  post: Post | FeedPost;
  eager?: boolean;
  position: number;
  /** -1 while more may follow. */
  total: number;
}

/** One post of the feed. Focused, it answers to L, S, the arrow keys and those of a film. */
export const PostCard = memo(function PostCard({ post, eager = false, position, total }: PostCardProps) {
  const nameId = useId();
  const frame = useRef<MediaFrameHandle>(null);
  const likes = usePostLikes(post, frame);
  const save = useSavePost(post);
  const reason = 'reason' in post ? post.reason : undefined;
  const label = reasonLabel(reason);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isFromOverlay(event)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowRight') frame.current?.step(1);
    else if (event.key === 'ArrowLeft') frame.current?.step(-1);
    else if (event.key === 'l' || event.key === 'L') likes.toggle();
    else if (event.key === 's' || event.key === 'S') save.mutate(!post.viewer.saved);
    // Buttons inside the card do their own part with the space bar.
    else if (event.target !== event.currentTarget || !frame.current?.press(event.key.toLowerCase())) return;
    event.preventDefault();
  };

  return (
    <article
      aria-labelledby={nameId}
      aria-posinset={position + 1}
      aria-setsize={total}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: articles of a feed take focus, so that its keys have a post to act on.
      tabIndex={0}
      data-post={post.id}
      onKeyDown={onKeyDown}
      className="group rounded-lg outline-offset-8 focus-visible:shadow-none"
    >
      <div className="px-4 pb-3 sm:px-0">
        {'repostedBy' in post && post.repostedBy && <RepostLine by={post.repostedBy} />}
        {label && <p className="pb-2 text-xs text-faint">{label}</p>}
        <PostHeading post={post} id={nameId} aside={<PostMenu post={post} reason={reason} />} />
      </div>
      <MediaFrame
        ref={frame}
        media={post.media}
        people={post.people}
        sizes={SIZES}
        eager={eager}
        onDoubleTap={likes.doubleTap}
        className="sm:rounded-lg"
      />
      <div className="px-4 pb-2 pt-1.5 sm:px-0">
        <PostActions post={post} onLike={likes.setLiked} commentLink />
        <div className="flex flex-col gap-1">
          <LikesLine post={post} />
          <Caption post={post} short />
          <CommentsLine post={post} />
        </div>
      </div>
    </article>
  );
});
