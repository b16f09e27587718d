import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ConversationsPage } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useUnreadConversations } from './use-unread-conversations.ts';

export type Folder = 'main' | 'requests';

/** The list of a folder: read on each visit, and when something else is counted during one. */
export function useConversations(folder: Folder) {
  const queryClient = useQueryClient();
  const { unread, requests } = useUnreadConversations();
  const waiting = folder === 'main' ? unread : requests;
  const query = useInfiniteQuery({
    queryKey: queryKeys.conversationList(folder),
    queryFn: ({ pageParam, signal }) =>
      api.get<ConversationsPage>('/conversations', { folder, cursor: pageParam, limit: 30 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchOnMount: 'always',
    refetchOnWindowFocus: true,
  });

  const lookedAt = useRef(waiting);
  useEffect(() => {
    if (lookedAt.current === waiting) return;
    lookedAt.current = waiting;
    void queryClient.invalidateQueries({ queryKey: queryKeys.conversationList(folder) });
  }, [waiting, folder, queryClient]);

  return query;
}
