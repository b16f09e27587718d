import type { QueryClient } from '@tanstack/react-query';
import type { Post } from '../../../../shared/contracts/index.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { patchPost } from './patch-post.ts';

/** Adds to the number of a post's comments, where it is cached. */
export function countComments(queryClient: QueryClient, id: string, by: number): void {
  const add = (post: Post): Post => ({
    ...post,
    counts: { ...post.counts, comments: Math.max(0, post.counts.comments + by) },
  });
  queryClient.setQueriesData({ queryKey: queryKeys.allPosts }, (value: unknown) => patchPost(value, id, add));
}
