import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Post, ShareAnswer } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { changeCachedPost } from '../posts/change-cached-post.ts';
import { sharedPost } from './shared-post.ts';

/** Passes a post on to one's followers, or takes that back. */
export function useRepost(postId: string) {
  const queryClient = useQueryClient();
  const change = (next: (post: Post) => Post) => changeCachedPost(queryClient, postId, next);
  return useMutation({
    scope: { id: `repost-${postId}` },
    mutationFn: (shared: boolean) => {
      const path = `/posts/${postId}/share`;
      return shared ? api.post<ShareAnswer>(path) : api.delete<ShareAnswer>(path);
    },
    onMutate: (shared) => change((post) => sharedPost(post, shared)),
    onSuccess: ({ shared, shares }) => {
      change((post) => ({ ...post, viewer: { ...post.viewer, shared }, counts: { ...post.counts, shares } }));
      notify(shared ? 'Passed on to your followers.' : 'No longer passed on.');
    },
    onError: (error, shared) => {
      change((post) => sharedPost(post, !shared));
      notifyError(describeError(error));
    },
  });
}
