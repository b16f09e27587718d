import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { openCollect } from '../collections/collect-prompt.ts';
import { changeCachedPost } from '../posts/change-cached-post.ts';

export function useSavePost(postId: string) {
  const queryClient = useQueryClient();
  const mark = (saved: boolean) =>
    changeCachedPost(queryClient, postId, (post) => ({ ...post, viewer: { ...post.viewer, saved } }));
  return useMutation({
    scope: { id: `save-${postId}` },
    mutationFn: (saved: boolean) => {
      const path = `/posts/${postId}/save`;
      return saved ? api.post<void>(path) : api.delete<void>(path);
    },
    onMutate: mark,
    onSuccess: (_answer, saved) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.savedPosts, refetchType: 'none' });
      // What is no longer saved leaves its collections too.
      if (!saved) void queryClient.invalidateQueries({ queryKey: queryKeys.allCollections, refetchType: 'none' });
      else notify('Saved.', { label: 'Add to a collection', onPress: () => openCollect(postId) });
    },
    onError: (error, saved) => {
      mark(!saved);
      notifyError(`${saved ? 'The post was not saved.' : 'The post is still saved.'} ${describeError(error)}`);
    },
  });
}
