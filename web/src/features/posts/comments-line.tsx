import { Link } from '@tanstack/react-router';
import type { Post } from '../../../../shared/contracts/index.ts';
import { formatCount } from '../../format/count.ts';

/** The way to the conversation, where there is one. */
export function CommentsLine({ post }: { post: Pick<Post, 'id' | 'counts'> }) {
  const { comments } = post.counts;
  if (comments === 0) return null;
  return (
    <p>
      <Link to="/p/$postId" params={{ postId: post.id }} className="tabular rounded-sm text-faint hover:text-strong">
        {comments === 1 ? 'View 1 comment' : `View all ${formatCount(comments)} comments`}
      </Link>
    </p>
  );
}
