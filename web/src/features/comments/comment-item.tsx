import { Link } from '@tanstack/react-router';
import { Heart, Pin } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Comment, Post } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { useMark } from '../../api/use-mark.ts';
import { countOf } from '../../format/count.ts';
import { Age } from '../../ui/age.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/class-names.ts';
import { notifyError } from '../../ui/notify.ts';
import { useMe } from '../auth/session.ts';
import { useRequireMe } from '../auth/use-require-me.ts';
import { MarkedText } from '../posts/marked-text.tsx';
import { CommentEditor, isEditKept } from './comment-editor.tsx';
import { commentRights } from './comment-rights.ts';
import { describeHeld } from './describe-held.ts';
import { useCommentCache } from './use-comment-cache.ts';

const CommentMenu = lazy(() => import('./comment-menu.tsx'));

interface CommentItemProps {
  comment: Comment;
  /** Beneath which it stands. */
  post: Post;
  onAnswer: (comment: Comment) => void;
}

export function CommentItem({ comment, post, onAnswer }: CommentItemProps) {
  const requireMe = useRequireMe();
  const me = useMe();
  const ownPost = me?.id === post.author.id;
  const { author, counts, viewer } = comment;
  const [editing, setEditing] = useState(() => viewer.canEdit && isEditKept(comment));
  return (
    <article aria-label={`Comment by ${author.username}`} className="group flex gap-3 py-2.5">
      <Link
        to="/@{$username}"
        params={{ username: author.username }}
        tabIndex={-1}
        aria-hidden="true"
        className="mt-0.5 h-8 rounded-full"
      >
        <Avatar user={author} size={32} />
      </Link>
      <div className="min-w-0 flex-1">
        {editing ? (
          <CommentEditor comment={comment} onDone={() => setEditing(false)} />
        ) : (
          <p className="whitespace-pre-line">
            <Link
              to="/@{$username}"
              params={{ username: author.username }}
              className="mr-1.5 rounded-sm font-semibold hover:underline"
            >
              {author.username}
            </Link>
            <MarkedText text={comment.text} mentions={comment.mentions} />
          </p>
        )}
        {comment.held && (
          <p className="mt-1 rounded-sm bg-raised px-2.5 py-1.5 text-xs text-soft">
            {describeHeld(comment, post.author, me?.id)}
          </p>
        )}
        <div className="flex min-h-8 flex-wrap items-center gap-x-4 text-xs text-faint">
          {comment.pinned && (
            <span className="inline-flex items-center gap-1">
              <Pin className="size-3" /> Pinned
            </span>
          )}
          <Age time={comment.createdAt} />
          {comment.editedAt && <span>edited</span>}
          {counts.likes > 0 && <span className="tabular">{countOf(counts.likes, 'like')}</span>}
          {comment.status === 'published' && !post.commentsOff && (
            <button
              type="button"
              className="rounded-sm py-1.5 font-medium hover:text-strong"
              onClick={() => requireMe(() => onAnswer(comment))}
            >
              Answer
            </button>
          )}
          {commentRights(comment, ownPost).any && (
            <Suspense>
              <CommentMenu comment={comment} ownPost={ownPost} onEdit={() => setEditing(true)} />
            </Suspense>
          )}
        </div>
      </div>
      {comment.status === 'published' && <LikeComment comment={comment} liked={viewer.liked} />}
    </article>
  );
}

function LikeComment({ comment, liked }: { comment: Comment; liked: boolean }) {
  const requireMe = useRequireMe();
  const cache = useCommentCache(comment.postId);
  const like = useMark({
    name: ['like-comment', comment.id],
    marked: liked,
    send: (next) => {
      const path = `/comments/${comment.id}/like`;
      return next ? api.post<unknown>(path) : api.delete<unknown>(path);
    },
    show: (next) =>
      cache.change(comment.id, (old) => ({
        ...old,
        viewer: { ...old.viewer, liked: next },
        counts: { ...old.counts, likes: Math.max(0, old.counts.likes + Number(next) - Number(old.viewer.liked)) },
      })),
    onError: (error, next) =>
      notifyError(`${next ? 'Your like was not saved.' : 'Your like was not taken back.'} ${describeError(error)}`),
  });
  return (
    <button
      type="button"
      aria-label={liked ? 'Unlike comment' : 'Like comment'}
      aria-pressed={liked}
      className="flex size-9 shrink-0 items-center justify-center rounded-full text-faint hover:bg-raised hover:text-strong"
      onClick={() => requireMe(() => like.mutate(!liked))}
    >
      <Heart
        key={String(liked)}
        className={cx('size-4', liked && 'settle fill-accent-fill text-accent-fill')}
        strokeWidth={1.75}
      />
    </button>
  );
}
