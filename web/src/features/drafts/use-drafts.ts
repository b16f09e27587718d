import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Draft, Post } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { formatMomentInZone } from '../../format/time.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { showSharedPost } from '../compose/show-shared-post.ts';
import { watchWaitingPost } from '../compose/watch-waiting-post.ts';

function useRefresh() {
  const queryClient = useQueryClient();
  return () => queryClient.invalidateQueries({ queryKey: queryKeys.drafts });
}

/** Shares a draft now, or as soon as its media are ready. */
export function usePublishDraft(id: string) {
  const queryClient = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => api.post<Post | Draft>(`/drafts/${id}/publish`),
    onSuccess: async (answer) => {
      if ('status' in answer) {
        notify('It is shared as soon as its media are ready.');
        void watchWaitingPost(queryClient, id);
        return;
      }
      await showSharedPost(queryClient, answer);
      notify('Shared.');
    },
    onError: (error) => notifyError(`Not shared. ${describeError(error)}`),
    onSettled: refresh,
  });
}

/** Gives a draft a time, another time, or none. */
export function useScheduleDraft(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (publishAt: string | null) => api.patch<Draft>(`/drafts/${id}`, { publishAt }),
    onSuccess: ({ publishAt }) => {
      notify(publishAt ? `Scheduled for ${formatMomentInZone(publishAt)}.` : 'Called off. It is a draft again.');
      return refresh();
    },
  });
}

export function useDeleteDraft(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => api.delete<void>(`/drafts/${id}`),
    onSuccess: () => {
      notify('Draft deleted.');
      return refresh();
    },
    onError: (error) => notifyError(`The draft is still there. ${describeError(error)}`),
  });
}
