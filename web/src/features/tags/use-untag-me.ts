import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { findMe } from '../auth/session.ts';
import { changeCachedPost } from '../posts/change-cached-post.ts';

/** Takes one's own tag off somebody's post. */
export function useUntagMe(postId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api.delete<void>(`/posts/${postId}/people/me`),
    onSuccess: () => {
      const me = findMe();
      changeCachedPost(queryClient, postId, (post) => ({
        ...post,
        people: post.people.filter(({ userId }) => userId !== me?.id),
      }));
      notify('You are no longer tagged.');
    },
    onError: (error) => notifyError(describeError(error)),
  });
}
