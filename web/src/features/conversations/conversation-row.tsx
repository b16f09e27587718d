import { Link } from '@tanstack/react-router';
import type { Conversation } from '../../../../shared/contracts/index.ts';
import { countOf } from '../../format/count.ts';
import { Age } from '../../ui/age.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { cx } from '../../ui/class-names.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useMe } from '../auth/session.ts';
import { describeLast } from './describe-last.ts';

interface ConversationRowProps {
  conversation: Conversation;
  /** Beside the list. */
  isOpen: boolean;
}

/** With whom, what was said last, and whether it is new. */
export function ConversationRow({ conversation, isOpen }: ConversationRowProps) {
  const me = useMe();
  const { id, with: other, last, unread } = conversation;
  const isNew = unread > 0 && !isOpen;
  return (
    <Link
      to="/messages/$conversationId"
      params={{ conversationId: id }}
      search={(old) => old}
      aria-current={isOpen ? 'page' : undefined}
      className={cx(
        'relative flex items-center gap-3 rounded-lg px-3 py-2.5 focus-visible:-outline-offset-2',
        isOpen ? 'bg-raised' : 'hover:bg-raised/60',
      )}
    >
      <Avatar user={other} size={48} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={cx('min-w-0 flex-1 truncate', isNew ? 'font-semibold' : 'font-medium')}>
            {other.username}
          </span>
          {last && <Age time={last.createdAt} className="shrink-0 text-xs text-faint" />}
        </span>
        <span className="mt-0.5 flex items-center gap-2">
          <bdi className={cx('block min-w-0 flex-1 truncate', isNew ? 'font-medium text-strong' : 'text-soft')}>
            {describeLast(last, me?.id ?? '')}
          </bdi>
          {isNew && (
            <span className="tabular min-w-5 shrink-0 rounded-full bg-accent-fill px-1.5 text-center text-xs font-semibold leading-5 text-on-accent">
              <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>
              <span className="sr-only">{countOf(unread, 'unread message')}</span>
            </span>
          )}
        </span>
      </span>
    </Link>
  );
}

const SKELETON_ROWS = ['1', '2', '3', '4', '5', '6'];

export function ConversationRowsSkeleton() {
  return (
    <div className="after-a-moment p-1.5" aria-hidden="true">
      {SKELETON_ROWS.map((row) => (
        <div key={row} className="flex items-center gap-3 px-3 py-2.5">
          <Skeleton className="size-12 rounded-full" />
          <span className="flex-1">
            <Skeleton className="h-3.5 w-28 rounded-sm" />
            <Skeleton className="mt-2 h-3 w-44 max-w-full rounded-sm" />
          </span>
        </div>
      ))}
    </div>
  );
}
