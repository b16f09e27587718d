import { infiniteQueryOptions } from '@tanstack/react-query';
import type { CommentOrder, CommentsPage } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { eachOnce } from './patch-comments.ts';

const PAGE = 20;

export function commentsQuery(postId: string, order: CommentOrder) {
  return infiniteQueryOptions({
    queryKey: queryKeys.comments(postId, order),
    queryFn: ({ pageParam, signal }) =>
      api.get<CommentsPage>(`/posts/${postId}/comments`, { order, cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: eachOnce,
  });
}

export function repliesQuery(postId: string, commentId: string) {
  return infiniteQueryOptions({
    queryKey: queryKeys.replies(postId, commentId),
    queryFn: ({ pageParam, signal }) =>
      api.get<CommentsPage>(`/comments/${commentId}/replies`, { cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: eachOnce,
  });
}
