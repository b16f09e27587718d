import { useQueryClient } from '@tanstack/react-query';
import type { Post, ShareAnswer } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { describeError } from '../../api/describe-error.ts';
import { useMark } from '../../api/use-mark.ts';
import { notify, notifyError } from '../../ui/notify.ts';
import { changeCachedPost } from '../posts/change-cached-post.ts';
import { sharedPost } from './shared-post.ts';

/** Passes a post on to one's followers, or takes that back. */
export function useRepost({ id, viewer }: Pick<Post, 'id' | 'viewer'>) {
  const queryClient = useQueryClient();
  const change = (next: (post: Post) => Post) => changeCachedPost(queryClient, id, next);
  return useMark({
    name: ['repost', id],
    marked: viewer.shared,
    send: (shared) => {
      const path = `/posts/${id}/share`;
      return shared ? api.post<ShareAnswer>(path) : api.delete<ShareAnswer>(path);
    },
    show: (shared) => change((post) => sharedPost(post, shared)),
    onSuccess: ({ shared, shares }, _shared, isLast) => {
      if (!isLast) return;
      change((post) => ({ ...post, viewer: { ...post.viewer, shared }, counts: { ...post.counts, shares } }));
      notify(shared ? 'Passed on to your followers.' : 'No longer passed on.');
    },
    onError: (error, shared) =>
      notifyError(`${shared ? 'The post was not passed on.' : 'The post is still passed on.'} ${describeError(error)}`),
  });
}
