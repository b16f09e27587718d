import { Link } from '@tanstack/react-router';
import { Bell } from 'lucide-react';
import { formatCount } from '../../format/count.ts';
import { cx } from '../../ui/class-names.ts';
import { iconButtonClass } from '../../ui/icon-button.tsx';
import { WithBadge } from '../../ui/with-badge.tsx';
import { useUnread } from './use-unread.ts';

/** On phones, where the tabs have no room for it: the way to the notifications, at the head of home. */
export function BellLink() {
  const unread = useUnread();
  return (
    <Link
      to="/notifications"
      aria-label={unread > 0 ? `Notifications, ${formatCount(unread)} unread` : 'Notifications'}
      className={cx(iconButtonClass, '-mr-2.5 sm:hidden')}
    >
      <WithBadge unread={unread}>
        <Bell className="size-6" strokeWidth={1.75} />
      </WithBadge>
    </Link>
  );
}
