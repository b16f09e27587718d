import { Link } from '@tanstack/react-router';
import type { ReactNode, RefObject } from 'react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { useMe } from '../auth/session.ts';
import { CommentComposer } from './comment-composer.tsx';
import type { Answered } from './use-answered.ts';

interface CommentFootProps {
  post: Post;
  answered: Answered | null;
  onAnswered: (answered: Answered | null) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Where one writes a comment, or why one cannot. */
export function CommentFoot({ post, ...rest }: CommentFootProps) {
  const me = useMe();
  if (post.commentsOff) return <Note>Comments are off.</Note>;
  if (me) return <CommentComposer postId={post.id} {...rest} />;
  return (
    <Note>
      <Link to="/login" className="font-medium text-accent hover:underline">
        Log in
      </Link>{' '}
      to comment.
    </Note>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <div className="border-t border-hairline pb-safe">
      <p className="p-4 text-soft">{children}</p>
    </div>
  );
}
