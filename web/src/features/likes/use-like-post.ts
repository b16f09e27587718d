import { useQueryClient } from '@tanstack/react-query';
import type { LikeAnswer, Post } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useMark } from '../../api/use-mark.ts';
import { notifyError } from '../../ui/notify.ts';
import { changeCachedPost } from '../posts/change-cached-post.ts';
import { likedPost } from './liked-post.ts';

/** Likes or unlikes. The server's count is taken only when no later press is on its way. */
export function useLikePost({ id, viewer }: Pick<Post, 'id' | 'viewer'>) {
  const queryClient = useQueryClient();
  const change = (next: (post: Post) => Post) => changeCachedPost(queryClient, id, next);
  return useMark({
    name: ['like', id],
    marked: viewer.liked,
    send: (liked) => {
      const path = `/posts/${id}/like`;
      return liked ? api.post<LikeAnswer>(path) : api.delete<LikeAnswer>(path);
    },
    show: (liked) => change((post) => likedPost(post, liked)),
    onSuccess: ({ liked, likes }, _liked, isLast) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.likers(id), refetchType: 'none' });
      if (!isLast) return;
      change((post) => ({ ...post, viewer: { ...post.viewer, liked }, counts: { ...post.counts, likes } }));
    },
    onError: (error, liked) =>
      notifyError(`${liked ? 'Your like was not saved.' : 'Your like was not taken back.'} ${describeError(error)}`),
  });
}
