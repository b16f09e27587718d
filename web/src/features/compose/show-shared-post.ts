import type { QueryClient } from '@tanstack/react-query';
import type { Post } from '../../../../shared/contracts/index.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { feedQuery, withPostOnTop } from '../feed/use-feed.ts';

const MODES = ['ranked', 'latest'] as const;

/** Puts a post of one's own at the top of the feeds and into one's profile, whatever the order. */
export async function showSharedPost(queryClient: QueryClient, post: Post): Promise<void> {
  // The feed it lands on is read first, so that the new post stands at its top.
  await queryClient.ensureInfiniteQueryData(feedQuery('ranked')).catch(() => {});
  for (const mode of MODES) {
    queryClient.setQueryData(feedQuery(mode).queryKey, (data) => withPostOnTop(data, { ...post, reason: 'own' }));
  }
  void queryClient.invalidateQueries({ queryKey: queryKeys.postsOfUser(post.author.id) });
}
