import type { QueryClient } from '@tanstack/react-query';
import type { Post } from '../../../../shared/contracts/index.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { patchPost } from './patch-post.ts';

/** Changes a post in every list and page that shows it; null takes it out. */
export function changeCachedPost(queryClient: QueryClient, id: string, change: (post: Post) => Post | null): void {
  queryClient.setQueriesData({ queryKey: queryKeys.allPosts }, (value: unknown) => patchPost(value, id, change));
}
