import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Comment, Post } from '../../../../shared/contracts/index.ts';
import { describeError } from '../../api/describe-error.ts';
import { countOf } from '../../format/count.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { CommentItem } from './comment-item.tsx';
import { repliesQuery } from './comments-query.ts';

interface CommentThreadProps {
  comment: Comment;
  post: Post;
  onAnswer: (comment: Comment) => void;
}

const lineClass = 'flex items-center gap-3 rounded-sm py-1.5 text-xs font-medium text-faint hover:text-strong';

/** A comment and, when asked for, its answers. */
export function CommentThread({ comment, post, onAnswer }: CommentThreadProps) {
  const [open, setOpen] = useState(false);
  const replies = useInfiniteQuery({ ...repliesQuery(comment.postId, comment.id), enabled: open });
  const shown = replies.data?.pages.flatMap((page) => page.comments) ?? [];
  const rest = replies.data ? replies.hasNextPage : comment.counts.replies > 0;
  const failed = open && replies.isError && !replies.isFetching;
  const press = () => {
    if (failed && !replies.isFetchNextPageError) void replies.refetch();
    else if (open && replies.hasNextPage) void replies.fetchNextPage();
    else setOpen(!open);
  };
  const answer = (to: Comment) => {
    setOpen(true);
    onAnswer(to);
  };
  return (
    <li>
      <CommentItem comment={comment} post={post} onAnswer={answer} />
      {(comment.counts.replies > 0 || shown.length > 0) && (
        <div className="pl-11">
          {open && (
            <ul>
              {shown.map((reply) => (
                <li key={reply.id}>
                  <CommentItem comment={reply} post={post} onAnswer={answer} />
                </li>
              ))}
            </ul>
          )}
          {failed && (
            <p role="alert" className="py-1.5 text-xs text-danger">
              The answers could not be loaded. {describeError(replies.error)}
            </p>
          )}
          <button type="button" aria-expanded={open} className={lineClass} onClick={press}>
            <span className="h-px w-6 bg-hairline-strong" />
            {replies.isFetching && <Spinner />}
            {!open && `View ${countOf(comment.counts.replies, 'answer')}`}
            {open && (failed ? 'Try again' : rest ? 'View more answers' : 'Hide answers')}
          </button>
        </div>
      )}
    </li>
  );
}
