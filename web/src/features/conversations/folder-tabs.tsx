import { Link } from '@tanstack/react-router';
import { formatCount } from '../../format/count.ts';
import { cx } from '../../ui/class-names.ts';
import type { Folder } from './use-conversations.ts';
import { useUnreadConversations } from './use-unread-conversations.ts';

/** The two folders: those one writes with, and strangers who ask. */
export function FolderTabs({ folder }: { folder: Folder }) {
  const { requests } = useUnreadConversations();
  return (
    <nav aria-label="Folders" className="flex gap-6 px-4">
      <FolderLink here={folder === 'main'} search={{}} label="Chats" />
      <FolderLink here={folder === 'requests'} search={{ folder: 'requests' }} label="Requests" unread={requests} />
    </nav>
  );
}

interface FolderLinkProps {
  here: boolean;
  search: { folder?: 'requests' };
  label: string;
  unread?: number;
}

function FolderLink({ here, search, label, unread = 0 }: FolderLinkProps) {
  return (
    <Link
      to="/messages"
      search={search}
      aria-current={here ? 'page' : undefined}
      className={cx(
        'relative flex h-10 items-center gap-2 rounded-sm font-medium focus-visible:-outline-offset-4',
        here ? 'text-strong' : 'text-faint hover:text-strong',
      )}
    >
      {label}
      {unread > 0 && (
        <span className="tabular rounded-full bg-accent-fill px-1.5 text-xs font-semibold text-on-accent">
          {formatCount(unread)}
          <span className="sr-only"> unread</span>
        </span>
      )}
      {here && (
        <span className="absolute inset-x-0 -bottom-px h-[2px] rounded-full bg-[var(--rim)] shadow-[0_-1px_10px_var(--rim)]" />
      )}
    </Link>
  );
}
