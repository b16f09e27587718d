import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

/** Marks what the other wrote as read, through the newest message that is on the screen of somebody who looks. */
export function useReadMark(conversationId: string, newestId: string | undefined): void {
  const queryClient = useQueryClient();
  const visible = useSyncExternalStore(subscribe, () => document.visibilityState === 'visible');
  const { mutate } = useMutation({
    mutationFn: (messageId: string) => api.post<void>(`/conversations/${conversationId}/read`, { messageId }),
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.unreadConversations });
      void queryClient.invalidateQueries({ queryKey: queryKeys.conversationLists });
    },
  });
  useEffect(() => {
    if (visible && newestId) mutate(newestId);
  }, [visible, newestId, mutate]);
}
