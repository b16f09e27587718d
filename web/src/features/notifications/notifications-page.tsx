import { Bell } from 'lucide-react';
import { LoadMore } from '../../ui/load-more.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { useDocumentTitle } from '../../ui/use-document-title.ts';
import { NotificationRow, NotificationRowsSkeleton } from './notification-row.tsx';
import { useNotifications } from './use-notifications.ts';

export default function NotificationsPage() {
  useDocumentTitle('Notifications');
  const query = useNotifications();
  const notifications = query.data?.pages.flatMap((page) => page.notifications) ?? [];
  const isEmpty = query.data && notifications.length === 0 && !query.hasNextPage;
  return (
    <div className="mx-auto w-full max-w-[560px]">
      <PageHeader title="Notifications" back="phone" />
      <div className="px-4 sm:px-0">
        {query.isPending && <NotificationRowsSkeleton />}
        {query.isError && !query.data && <ErrorState error={query.error} onRetry={() => query.refetch()} />}
        {isEmpty && (
          <EmptyState icon={<Bell className="size-7" strokeWidth={1.5} />} title="Nothing new">
            When people like, comment on or pass on your posts, mention you or follow you, you see it here.
          </EmptyState>
        )}
        <ul aria-label="Notifications" className="divide-y divide-hairline">
          {notifications.map((notification) => (
            <li key={notification.id}>
              <NotificationRow notification={notification} />
            </li>
          ))}
        </ul>
        {query.data && <LoadMore query={query} />}
      </div>
    </div>
  );
}
