import { type InfiniteData, infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FeedMode, FeedPage, FeedPost } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { distinctPosts } from './distinct-posts.ts';

/** A page and when it was read, against which newer posts are noticed. */
export type ReadFeedPage = FeedPage & { readAt: number };

/** Pages stay as they were read, so that going back finds the same place; new posts are announced, not slipped in. */
export function feedQuery(mode: FeedMode) {
  return infiniteQueryOptions({
    queryKey: queryKeys.feed(mode),
    queryFn: async ({ pageParam, signal }): Promise<ReadFeedPage> => {
      const page = await api.get<FeedPage>('/feed', { mode, cursor: pageParam }, signal);
      return { ...page, readAt: Date.now() };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useFeed(mode: FeedMode) {
  const query = useInfiniteQuery(feedQuery(mode));
  const pages = query.data?.pages;
  const posts = useMemo(() => distinctPosts(pages ?? []), [pages]);
  return { query, posts, readAt: pages?.[0]?.readAt ?? 0 };
}

/** A post of one's own at the head of a cached feed. */
export function withPostOnTop<C>(data: InfiniteData<ReadFeedPage, C> | undefined, post: FeedPost) {
  const [first, ...rest] = data?.pages ?? [];
  if (!data || !first) return data;
  return { ...data, pages: [{ ...first, posts: [post, ...first.posts.filter(({ id }) => id !== post.id)] }, ...rest] };
}
