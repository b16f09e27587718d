import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { LikeAnswer, Post } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { notifyError } from '../../ui/notify.ts';
import { changeCachedPost } from '../posts/change-cached-post.ts';
import { likedPost } from './liked-post.ts';

/**
 * Likes or unlikes at once and tells the server after. Presses on one post are sent in their order; the server's count is
 * taken only when no later press is on its way.
 */
export function useLikePost(postId: string) {
  const queryClient = useQueryClient();
  const mutationKey = ['like', postId];
  const change = (next: (post: Post) => Post) => changeCachedPost(queryClient, postId, next);
  const isLast = () => queryClient.isMutating({ mutationKey }) === 1;
  return useMutation({
    mutationKey,
    scope: { id: `like-${postId}` },
    mutationFn: (liked: boolean) => {
      const path = `/posts/${postId}/like`;
      return liked ? api.post<LikeAnswer>(path) : api.delete<LikeAnswer>(path);
    },
    onMutate: (liked) => change((post) => likedPost(post, liked)),
    onSuccess: ({ liked, likes }) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.likers(postId), refetchType: 'none' });
      if (!isLast()) return;
      change((post) => ({ ...post, viewer: { ...post.viewer, liked }, counts: { ...post.counts, likes } }));
    },
    onError: (error, liked) => {
      if (isLast()) change((post) => likedPost(post, !liked));
      notifyError(`${liked ? 'Your like was not saved.' : 'Your like was not taken back.'} ${describeError(error)}`);
    },
  });
}
