import { Link } from '@tanstack/react-router';
import { splitCaption } from './split-caption.ts';

interface MarkedTextProps {
  text: string;
  mentions: readonly { username: string }[];
}

/**
 * Words with their mentions and hashtags, which differ from the rest by weight too, not by colour alone. Written in either
 * direction without turning what stands beside them.
 */
export function MarkedText({ text, mentions }: MarkedTextProps) {
  let offset = 0;
  return (
    <bdi>
      {splitCaption(text, mentions).map((part) => {
        const key = offset;
        offset += part.text.length;
        if (part.kind === 'mention') {
          return (
            <Link
              key={key}
              to="/@{$username}"
              params={{ username: part.username }}
              className="rounded-sm font-medium text-accent hover:underline"
            >
              {part.text}
            </Link>
          );
        }
        if (part.kind === 'hashtag') {
          return (
            <Link
              key={key}
              to="/tags/$tag"
              params={{ tag: part.tag }}
              className="rounded-sm font-medium text-soft hover:underline"
            >
              {part.text}
            </Link>
          );
        }
        return <span key={key}>{part.text}</span>;
      })}
    </bdi>
  );
}
