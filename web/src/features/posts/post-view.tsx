import { type KeyboardEvent, useRef } from 'react';
import type { Comment, Post } from '../../../../shared/contracts/index.ts';
import { formatMoment } from '../../format/time.ts';
import { isFromOverlay } from '../../ui/is-from-overlay.ts';
import { isTyping } from '../../ui/is-typing.ts';
import { useFoot } from '../../ui/use-foot.ts';
import { useMediaQuery } from '../../ui/use-media-query.ts';
import { CommentFoot } from '../comments/comment-foot.tsx';
import { CommentList } from '../comments/comment-list.tsx';
import { answeredOf, useAnswered } from '../comments/use-answered.ts';
import { LikesLine } from '../likes/likes-line.tsx';
import { frameRatio, ratioOf } from '../media/frame-ratio.ts';
import { MediaFrame, type MediaFrameHandle } from '../media/media-frame.tsx';
import { ArchivedNote } from './archived-note.tsx';
import { Caption } from './caption.tsx';
import { EditedMark } from './edited-mark.tsx';
import { PostActions } from './post-actions.tsx';
import { PostHeading } from './post-heading.tsx';
import { PostMenu } from './post-menu.tsx';
import { usePostLikes } from './use-post-likes.ts';

/** Screens on which everything is in one column. */
const ONE_COLUMN = '(max-width: 839.98px)';
const SIZES = '(min-width: 840px) 65vw, 100vw';

interface PostViewProps {
  post: Post;
  onDeleted: () => void;
  /** Height of the photo on wide screens. */
  height: string;
}

/**
 * A post on its own: photo left and words right on wide screens, one column on phones. What is seen elsewhere on phones is
 * rendered elsewhere, so that the Tab key goes the way of the eyes.
 */
export function PostView({ post, onDeleted, height }: PostViewProps) {
  const frame = useRef<MediaFrameHandle>(null);
  const likes = usePostLikes(post, frame);
  const [answered, setAnswered] = useAnswered(post.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const isOneColumn = useMediaQuery(ONE_COLUMN);
  const foot = useFoot();
  const answer = (comment: Comment) => {
    setAnswered(answeredOf(comment));
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isFromOverlay(event) || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.toLowerCase() === 'l') likes.toggle();
    else if (event.key === 'ArrowRight' && post.media.length > 1) frame.current?.step(1);
    else if (event.key === 'ArrowLeft' && post.media.length > 1) frame.current?.step(-1);
    // The space bar belongs to the button that has the focus.
    else if (event.key === ' ' || !frame.current?.press(event.key.toLowerCase())) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const heading = (
    <>
      <div className="border-b border-hairline py-3 pl-4 pr-2">
        <PostHeading post={post} aside={<PostMenu post={post} onDeleted={onDeleted} />} />
      </div>
      {post.archived && <ArchivedNote post={post} />}
    </>
  );
  const actions = (
    <div className="border-hairline px-4 pb-3 pt-1 md:border-t">
      {!post.archived && (
        <>
          <PostActions post={post} onLike={likes.setLiked} />
          <LikesLine post={post} />
        </>
      )}
      <p className="mt-0.5 text-xs text-faint">
        {formatMoment(post.createdAt)}
        {!post.archived && <EditedMark post={post} />}
      </p>
    </div>
  );
  return (
    <article
      aria-label={`Post by ${post.author.username}`}
      onKeyDown={onKeyDown}
      className="flex flex-col bg-surface md:min-h-[min(var(--photo-height),26rem)] md:flex-row"
      style={
        {
          '--feed-ratio': frameRatio(post.media),
          '--photo-ratio': ratioOf(post.media[0]),
          '--photo-height': height,
        } as React.CSSProperties
      }
    >
      {isOneColumn && heading}
      {/* As wide as its shape makes it at full height, or as there is room; its own shape either way. */}
      <div className="flex items-center justify-center bg-black md:w-[max(18rem,calc(var(--photo-height)*var(--photo-ratio)))] md:min-w-0 md:shrink">
        <div className="aspect-[var(--feed-ratio)] w-full md:aspect-[var(--photo-ratio)] md:max-w-[calc(var(--photo-height)*var(--photo-ratio))]">
          <MediaFrame
            ref={frame}
            media={post.media}
            people={post.people}
            sizes={SIZES}
            eager
            fill
            onDoubleTap={likes.doubleTap}
          />
        </div>
      </div>
      {/* The photo decides how high the post is; the words scroll. */}
      <div className="min-w-0 md:relative md:w-[22rem] md:shrink-0">
        <div className="flex flex-col md:absolute md:inset-0 md:border-l md:border-hairline">
          {isOneColumn ? actions : heading}
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pt-4 max-md:border-t max-md:border-hairline">
            <Caption post={post} />
            {!post.archived && (
              <div className={post.caption ? 'mt-4' : ''}>
                <CommentList post={post} onAnswer={answer} />
              </div>
            )}
          </div>
          {!isOneColumn && actions}
          {!post.archived && (
            <div
              ref={isOneColumn ? foot : undefined}
              className="bg-surface max-md:sticky max-md:bottom-[var(--composer-bottom,0px)]"
            >
              <CommentFoot post={post} answered={answered} onAnswered={setAnswered} field={field} />
            </div>
          )}
        </div>
      </div>
    </article>
  );
}
