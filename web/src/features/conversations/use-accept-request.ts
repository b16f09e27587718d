import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Conversation } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notifyError } from '../../ui/notify.ts';

/** Takes a request up: it is among the conversations from then on. */
export function useAcceptRequest(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<Conversation>(`/conversations/${id}/accept`),
    onSuccess: (conversation) => {
      queryClient.setQueryData(queryKeys.conversation(id), conversation);
      void queryClient.invalidateQueries({ queryKey: queryKeys.allConversations });
    },
    onError: (error) => notifyError(describeError(error)),
  });
}
