import { queryOptions } from '@tanstack/react-query';
import type { Conversation } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

/** One conversation: with whom, and whether it is a request. */
export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: queryKeys.conversation(id),
    queryFn: ({ signal }) => api.get<Conversation>(`/conversations/${id}`, {}, signal),
    refetchOnMount: 'always',
  });
}
