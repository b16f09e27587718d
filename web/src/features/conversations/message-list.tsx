import { ArrowDown } from 'lucide-react';
import { type ComponentProps, useRef } from 'react';
import type { Message, Person } from '../../../../shared/contracts/index.ts';
import { formatDay } from '../../format/day.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useMe } from '../auth/session.ts';
import { arrangeMessages } from './arrange-messages.ts';
import { IncomingNews } from './incoming-news.tsx';
import { MessageItem } from './message-item.tsx';
import { OutgoingItem } from './outgoing-item.tsx';
import type { Outgoing } from './outgoing-store.ts';
import { useFollowEnd } from './use-follow-end.ts';

interface MessageListProps {
  other: Person;
  /** The newest first, as the server has them. */
  messages: Message[];
  outgoing: Outgoing[];
  query: ComponentProps<typeof LoadMore>['query'];
  onRetry: (key: string) => void;
  onDiscard: (key: string) => void;
}

/**
 * The oldest on top, the newest in view. The box is laid out from its end, so that it begins there and stays where it is
 * while older messages come in above.
 */
export function MessageList({ other, messages, outgoing, query, onRetry, onDiscard }: MessageListProps) {
  const me = useMe();
  const lastSeen = messages.find(({ seen }) => seen);
  const lastOwn = messages.find(({ senderId }) => senderId === me?.id);
  const newestIncoming = messages.find(({ senderId }) => senderId === other.id);
  const box = useRef<HTMLElement>(null);
  const { hasNewBelow, goToEnd, onScroll } = useFollowEnd(box, outgoing.length, newestIncoming?.id);
  const items = arrangeMessages([
    ...messages.toReversed(),
    ...outgoing.map((one) => ({ ...one, senderId: me?.id ?? '' })),
  ]);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <section
        ref={box}
        data-scroll-restoration-id={`messages-${other.id}`}
        onScroll={onScroll}
        aria-label={`Messages with ${other.username}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by the keyboard.
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto overscroll-contain focus-visible:-outline-offset-2 focus-visible:shadow-none"
      >
        <div className="mt-auto px-4 pb-3 pt-4">
          {/* The browser would keep this in its place, and so carry one along to the oldest message. */}
          {query.hasNextPage && (
            <div className="[overflow-anchor:none]">
              <LoadMore query={query} />
            </div>
          )}
          {items.length === 0 && (
            <p className="py-10 text-center text-soft">Nothing written yet. Say hello to {other.username}.</p>
          )}
          <ol aria-label="Messages">
            {items.map(({ message, startsDay, startsGroup, endsGroup }) => (
              <li key={'key' in message ? message.key : message.id} className={cx(startsGroup ? 'mt-3' : 'mt-1')}>
                {startsDay && (
                  <p className="pb-3 pt-3 text-center text-xs text-faint">{formatDay(message.createdAt, Date.now())}</p>
                )}
                {'key' in message ? (
                  <OutgoingItem
                    outgoing={message}
                    onRetry={() => onRetry(message.key)}
                    onDiscard={() => onDiscard(message.key)}
                  />
                ) : (
                  <MessageItem
                    message={message}
                    sender={message.senderId === me?.id ? null : other}
                    endsGroup={endsGroup}
                    isLastSeen={message === lastSeen && message === lastOwn}
                  />
                )}
              </li>
            ))}
          </ol>
          <IncomingNews other={other} newest={newestIncoming} />
        </div>
      </section>
      {hasNewBelow && (
        <Button size="small" className="absolute bottom-3 left-1/2 -translate-x-1/2" onClick={goToEnd}>
          <ArrowDown className="size-4" /> Newest message
        </Button>
      )}
    </div>
  );
}

const SKELETONS = ['w-40', 'w-56 self-end', 'w-32 self-end', 'w-64', 'w-44'];

export function MessagesSkeleton() {
  return (
    <div className="after-a-moment flex min-h-0 flex-1 flex-col justify-end gap-2 px-4 pb-4" aria-hidden="true">
      {SKELETONS.map((shape) => (
        <Skeleton key={shape} className={cx('h-9 rounded-[18px]', shape)} />
      ))}
    </div>
  );
}
