import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Comment, CommentOrder, Post } from '../../../../shared/contracts/index.ts';
import { cx } from '../../ui/class-names.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { CommentThread } from './comment-thread.tsx';
import { commentsQuery } from './comments-query.ts';

const ORDERS: { order: CommentOrder; label: string }[] = [
  { order: 'top', label: 'Top' },
  { order: 'newest', label: 'Newest' },
];

interface CommentListProps {
  post: Post;
  onAnswer: (comment: Comment) => void;
}

/** The conversation under a post. */
export function CommentList({ post, onAnswer }: CommentListProps) {
  const [order, setOrder] = useState<CommentOrder>('top');
  const query = useInfiniteQuery(commentsQuery(post.id, order));
  const comments = query.data?.pages.flatMap((page) => page.comments) ?? [];
  if (query.isPending) return <CommentsSkeleton />;
  if (query.isError && !query.data) {
    return <ErrorState title="The comments could not be loaded" error={query.error} onRetry={() => query.refetch()} />;
  }
  if (comments.length === 0) {
    return (
      <p className="py-6 text-faint">{post.commentsOff ? 'No comments.' : 'No comments yet. Say what you see.'}</p>
    );
  }
  return (
    <section aria-label="Comments">
      {comments.length > 1 && (
        <fieldset aria-label="Order" className="flex gap-4 pb-1 text-xs">
          {ORDERS.map((choice) => (
            <button
              key={choice.order}
              type="button"
              aria-pressed={choice.order === order}
              className={cx(
                'rounded-sm py-1.5 font-medium',
                choice.order === order ? 'text-strong' : 'text-faint hover:text-strong',
              )}
              onClick={() => setOrder(choice.order)}
            >
              {choice.label}
            </button>
          ))}
        </fieldset>
      )}
      <ul>
        {comments.map((comment) => (
          <CommentThread key={comment.id} comment={comment} post={post} onAnswer={onAnswer} />
        ))}
      </ul>
      {query.hasNextPage && <LoadMore query={query} />}
    </section>
  );
}

const SKELETONS = ['1', '2', '3'];

function CommentsSkeleton() {
  return (
    <div className="after-a-moment" aria-hidden="true">
      {SKELETONS.map((key) => (
        <div key={key} className="flex gap-3 py-2.5">
          <Skeleton className="size-8 rounded-full" />
          <span className="flex-1">
            <Skeleton className="h-3.5 w-4/5 rounded-sm" />
            <Skeleton className="mt-2 h-3 w-24 rounded-sm" />
          </span>
        </div>
      ))}
    </div>
  );
}
