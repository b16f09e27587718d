import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Author, ShareAnswer, SharePost } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

interface Sending {
  people: readonly Author[];
  note: string;
}

/** Sends a post to people, a message each. The same people and words again are the same request: nobody gets it twice. */
export function useSendPost(postId: string) {
  const queryClient = useQueryClient();
  const [attempt, setAttempt] = useState({ body: '', key: '' });
  return useMutation({
    mutationFn: ({ people, note }: Sending) => {
      const given: SharePost = { toUserIds: people.map(({ id }) => id), ...(note ? { note } : {}) };
      const body = JSON.stringify(given);
      const key = attempt.body === body ? attempt.key : crypto.randomUUID();
      setAttempt({ body, key });
      return api.post<ShareAnswer>(`/posts/${postId}/share`, given, { 'Idempotency-Key': key });
    },
    onSuccess: ({ messages = [] }) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.allConversations });
      for (const { conversationId } of messages) {
        void queryClient.invalidateQueries({ queryKey: queryKeys.newestMessages(conversationId) });
      }
    },
  });
}
