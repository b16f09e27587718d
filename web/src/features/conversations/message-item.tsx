import type { Message, Person } from '../../../../shared/contracts/index.ts';
import { formatClock } from '../../format/day.ts';
import { formatMoment } from '../../format/time.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/class-names.ts';
import { MessageText } from './message-text.tsx';
import { SentPost } from './sent-post.tsx';

interface MessageItemProps {
  message: Message;
  /** Null when it is one's own. */
  sender: Person | null;
  /** The last of a group has the face beside it and the time below. */
  endsGroup: boolean;
  isLastSeen: boolean;
}

export function MessageItem({ message, sender, endsGroup, isLastSeen }: MessageItemProps) {
  const { text, post, postId, createdAt } = message;
  const own = sender === null;
  return (
    <article
      aria-label={own ? 'You' : sender.username}
      className={cx('flex items-end gap-2', own ? 'justify-end pl-12' : 'pr-12')}
    >
      {sender && <span className="w-7 shrink-0 pb-5">{endsGroup && <Avatar user={sender} size={28} />}</span>}
      <div className={cx('flex min-w-0 max-w-[28rem] flex-col gap-1', own ? 'items-end' : 'items-start')}>
        {postId && <SentPost post={post} />}
        {text && <MessageText text={text} own={own} />}
        {(endsGroup || isLastSeen) && (
          <p className="px-1 text-xs text-faint">
            <time dateTime={createdAt} title={formatMoment(createdAt)}>
              {formatClock(createdAt)}
            </time>
            {isLastSeen && ' · Seen'}
          </p>
        )}
      </div>
    </article>
  );
}
