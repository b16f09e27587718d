import { cx } from '../../ui/class-names.ts';
import { splitLinks } from './split-links.ts';

interface MessageTextProps {
  text: string;
  own: boolean;
  /** Not at the server yet. */
  waiting?: boolean;
}

/** What somebody wrote, in its bubble. Addresses are links that tell the other site nothing. */
export function MessageText({ text, own, waiting = false }: MessageTextProps) {
  let offset = 0;
  return (
    <p
      dir="auto"
      className={cx(
        'max-w-full whitespace-pre-wrap break-words rounded-[18px] px-3.5 py-2 text-base leading-snug sm:text-sm sm:leading-5',
        own ? 'bg-pressed' : 'bg-surface shadow-[inset_0_0_0_1px_var(--hairline-strong)]',
        waiting && 'opacity-75',
      )}
    >
      {splitLinks(text).map((part) => {
        const key = offset;
        offset += part.text.length;
        if (!part.href) return <span key={key}>{part.text}</span>;
        return (
          <a key={key} href={part.href} target="_blank" rel="noopener noreferrer nofollow" className="underline">
            {part.text}
          </a>
        );
      })}
    </p>
  );
}
