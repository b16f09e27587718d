import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Post } from '../../../../shared/contracts/index.ts';
import { splitCaption } from './split-caption.ts';

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
        <bdi>
          {splitCaption(post.caption, post.mentions).map((part, index) => {
            const key = `${index}${part.kind}`;
            if (part.kind === 'mention') {
              return (
                <Link
                  key={key}
                  to="/@{$username}"
                  params={{ username: part.username }}
                  className="text-accent hover:underline"
                >
                  {part.text}
                </Link>
              );
            }
            return (
              <span key={key} className={part.kind === 'hashtag' ? 'text-soft' : undefined}>
                {part.text}
              </span>
            );
          })}
        </bdi>
      </p>
      {!whole && (
        <button type="button" className="rounded-sm text-faint hover:text-strong" onClick={() => setWhole(true)}>
          more
        </button>
      )}
    </div>
  );
}
