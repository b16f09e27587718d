import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Post } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { changeCachedPost } from './change-cached-post.ts';

/** Takes a post of one's own out of sight, or brings it back to where it was. */
export function useArchivePost(post: Pick<Post, 'id' | 'author'>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (archived: boolean) =>
      api.post<Post | undefined>(`/posts/${post.id}/${archived ? 'archive' : 'restore'}`),
    onSuccess: (restored, archived) => {
      changeCachedPost(queryClient, post.id, () => null);
      // A page that shows the post itself goes on showing it.
      if (restored) queryClient.setQueryData(queryKeys.post(post.id), restored);
      else void queryClient.invalidateQueries({ queryKey: queryKeys.post(post.id) });
      const stale = [
        queryKeys.archivedPosts,
        queryKeys.postsOfUser(post.author.id),
        queryKeys.user(post.author.username),
      ];
      for (const queryKey of stale) void queryClient.invalidateQueries({ queryKey });
      if (!archived) void queryClient.invalidateQueries({ queryKey: ['posts', 'feed'], refetchType: 'none' });
      notify(archived ? 'Archived. Only you see it, under settings.' : 'Back where it was.');
    },
    onError: (error) => notifyError(describeError(error)),
  });
}
