import { queryOptions } from '@tanstack/react-query';
import type { Post } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { findPost } from './find-post.ts';

/** One post. If any list holds it already, that one is shown while the current one is fetched. */
export function postQuery(id: string) {
  return queryOptions({
    queryKey: queryKeys.post(id),
    queryFn: ({ signal }) => api.get<Post>(`/posts/${id}`, {}, signal),
    placeholderData: () => {
      for (const [, value] of queryClient.getQueriesData({ queryKey: queryKeys.allPosts })) {
        const found = findPost(value, id);
        if (found) return found;
      }
      return undefined;
    },
  });
}
