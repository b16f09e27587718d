import { type QueryClient, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { NotificationsPage, UnreadAnswer } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useUnread } from './use-unread.ts';

/**
 * The list, read anew on each visit and when something arrives during one; what it shows is marked as read. The badge shows
 * what the list says from then on: reading it withdraws what is not to be seen any more, which a count before it did not know.
 */
export function useNotifications() {
  const queryClient = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: queryKeys.notifications,
    queryFn: async ({ pageParam, signal }) => {
      const page = await api.get<NotificationsPage>('/notifications', { cursor: pageParam, limit: 30 }, signal);
      if (pageParam === undefined) await setUnread(queryClient, { unread: page.unread });
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchOnMount: 'always',
  });
  const { mutate: markRead } = useMarkRead();
  const unread = useUnread();
  const first = query.data?.pages[0];
  const shown = first && first.unread > 0 ? first.through : null;
  const { refetch, isFetching } = query;

  useEffect(() => {
    if (shown) markRead(shown);
  }, [shown, markRead]);

  useEffect(() => {
    // More than the list was read with: something came since.
    if (first && unread > first.unread && !isFetching) void refetch();
  }, [first, unread, isFetching, refetch]);

  return query;
}

/** A count that is on its way is older, and is not waited for. */
async function setUnread(queryClient: QueryClient, answer: UnreadAnswer): Promise<void> {
  await queryClient.cancelQueries({ queryKey: queryKeys.unread });
  queryClient.setQueryData(queryKeys.unread, answer);
}

function useMarkRead() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (through: string) => api.post<UnreadAnswer>('/notifications/read', { through }),
    onMutate: () => queryClient.cancelQueries({ queryKey: queryKeys.unread }),
    onSuccess: (answer) => setUnread(queryClient, answer),
  });
}
