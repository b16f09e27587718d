import type { QueryClient } from '@tanstack/react-query';
import type { Post } from '../../../../shared/contracts/index.ts';
import { changeQueries } from '../../api/change-queries.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { patchPost } from './patch-post.ts';

/** Changes a post in every list and page that shows it, also those on their way; null takes it out. */
export function changeCachedPost(queryClient: QueryClient, id: string, change: (post: Post) => Post | null): void {
  changeQueries<unknown>(queryClient, queryKeys.allPosts, (value) => patchPost(value, id, change));
}
