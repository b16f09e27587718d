import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notifyError } from '../../ui/notify.ts';
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
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: queryKeys.savedPosts, refetchType: 'none' }),
    onError: (error, saved) => {
      mark(!saved);
      notifyError(`${saved ? 'The post was not saved.' : 'The post is still saved.'} ${describeError(error)}`);
    },
  });
}
