import { infiniteQueryOptions } from '@tanstack/react-query';
import type { PostsPage } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

const PAGE = 24;

function postsQuery(queryKey: readonly string[], path: string) {
  return infiniteQueryOptions({
    queryKey,
    queryFn: ({ pageParam, signal }) => api.get<PostsPage>(path, { cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** Everything one saved, newest first. */
export const savedQuery = postsQuery(queryKeys.savedPosts, '/feed/saved');

/** What is in one collection, newest addition first. */
export const collectedQuery = (collectionId: string) =>
  postsQuery(queryKeys.collected(collectionId), `/collections/${collectionId}/posts`);
