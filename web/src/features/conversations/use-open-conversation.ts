import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Conversation } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notifyError } from '../../ui/notify.ts';

/** Goes to the conversation with somebody; there is one, whether anything was written or not. */
export function useOpenConversation() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (userId: string) => api.post<Conversation>('/conversations', { userId }),
    onSuccess: async (conversation) => {
      queryClient.setQueryData(queryKeys.conversation(conversation.id), conversation);
      await navigate({ to: '/messages/$conversationId', params: { conversationId: conversation.id } });
    },
    onError: (error) => notifyError(describeError(error)),
  });
}
