import { CircleAlert } from 'lucide-react';
import { MessageText } from './message-text.tsx';
import type { Outgoing } from './outgoing-store.ts';

interface OutgoingItemProps {
  outgoing: Outgoing;
  onRetry: () => void;
  onDiscard: () => void;
}

const actionClass = 'rounded-sm py-1 font-semibold underline-offset-2 hover:underline';

/** A message of one's own that the server has not taken: on its way, or with what went wrong and what to do. */
export function OutgoingItem({ outgoing: { text, problem }, onRetry, onDiscard }: OutgoingItemProps) {
  return (
    <article aria-label="You" className="flex flex-col items-end gap-1 pl-12">
      <MessageText text={text} own waiting />
      {problem === null ? (
        <p className="px-1 text-xs text-faint">Sending</p>
      ) : (
        <div role="alert" className="flex max-w-[36rem] flex-wrap items-center justify-end gap-x-3 px-1 text-xs">
          <span className="flex items-center gap-1.5 text-danger">
            <CircleAlert className="size-3.5 shrink-0" aria-hidden="true" />
            <span>Not sent. {problem}</span>
          </span>
          <span className="flex gap-4">
            <button type="button" className={`${actionClass} text-accent`} onClick={onRetry}>
              Try again
            </button>
            <button type="button" className={`${actionClass} text-soft`} onClick={onDiscard}>
              Delete
            </button>
          </span>
        </div>
      )}
    </article>
  );
}
