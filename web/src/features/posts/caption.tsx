import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { MarkedText } from './marked-text.tsx';

/** About three lines in the feed's column. */
const SHORT_CHARACTERS = 150;
const SHORT_LINES = 3;

function isLong(caption: string): boolean {
  return caption.length > SHORT_CHARACTERS || caption.split('\n').length > SHORT_LINES;
}

interface CaptionProps {
  post: Pick<Post, 'caption' | 'mentions' | 'author'>;
  /** Cut to three lines with "more". */
  short?: boolean;
}

export function Caption({ post, short = false }: CaptionProps) {
  const [whole, setWhole] = useState(!short || !isLong(post.caption));
  if (!post.caption) return null;
  return (
    <div>
      <p className={whole ? 'whitespace-pre-line' : 'line-clamp-3 whitespace-pre-line'}>
        <Link
          to="/@{$username}"
          params={{ username: post.author.username }}
          className="mr-1.5 rounded-sm font-semibold hover:underline"
        >
          {post.author.username}
        </Link>
        <MarkedText text={post.caption} mentions={post.mentions} />
      </p>
      {!whole && (
        <button type="button" className="rounded-sm text-faint hover:text-strong" onClick={() => setWhole(true)}>
          more
        </button>
      )}
    </div>
  );
}
