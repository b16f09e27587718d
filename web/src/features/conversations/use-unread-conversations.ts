import { useQuery } from '@tanstack/react-query';
import type { ConversationsUnread } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useMe } from '../auth/session.ts';

const LOOK_EVERY_MS = 30_000;
const NONE: ConversationsUnread = { unread: 0, requests: 0 };

/** How many conversations and requests wait unread; none for a visitor. Looked up again while the page is in view. */
export function useUnreadConversations(): ConversationsUnread {
  const me = useMe();
  const { data } = useQuery({
    queryKey: queryKeys.unreadConversations,
    queryFn: ({ signal }) => api.get<ConversationsUnread>('/conversations/unread', {}, signal),
    enabled: Boolean(me),
    refetchInterval: LOOK_EVERY_MS,
    refetchOnWindowFocus: true,
    retry: false,
  });
  return data ?? NONE;
}
