import { queryOptions } from '@tanstack/react-query';
import type { Conversation } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

const PENDING_LOOK_MS = 15_000;

/** One conversation: with whom, and whether it is a request. */
export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: queryKeys.conversation(id),
    queryFn: ({ signal }) => api.get<Conversation>(`/conversations/${id}`, {}, signal),
    refetchOnMount: 'always',
    // Whoever waits to be let in sees it without opening the page again.
    refetchInterval: ({ state }) => (state.data?.pending ? PENDING_LOOK_MS : false),
  });
}
