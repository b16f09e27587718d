import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MessagesPage } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { lookAgainIn } from './look-again-in.ts';
import { type MessagePages, mergeNewest } from './merge-messages.ts';

const PAGE = 30;
/** The first page counts as just read for this long. */
const FRESH_MS = 2_000;

/**
 * The messages of a conversation, by pages, the newest first. The newest page is looked at again and again while it is in
 * view, but not while something is on its way there: it would show twice.
 */
export function useMessages(conversationId: string, isSending: boolean) {
  const queryClient = useQueryClient();
  const queryKey = queryKeys.messages(conversationId);
  const readPage = (cursor: string | undefined, signal: AbortSignal) =>
    api.get<MessagesPage>(`/conversations/${conversationId}/messages`, { cursor, limit: PAGE }, signal);
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => readPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const messages = query.data?.pages.flatMap((page) => page.messages) ?? [];

  useQuery({
    queryKey: queryKeys.newestMessages(conversationId),
    queryFn: async ({ signal }) => {
      const newest = await readPage(undefined, signal);
      queryClient.setQueryData<MessagePages>(queryKey, (held) => held && mergeNewest(held, newest));
      return newest.messages[0]?.id ?? null;
    },
    enabled: query.isSuccess && !isSending,
    initialData: () => messages[0]?.id ?? null,
    initialDataUpdatedAt: query.dataUpdatedAt,
    staleTime: FRESH_MS,
    refetchInterval: () => lookAgainIn(messages[0]?.createdAt, Date.now()),
    refetchOnWindowFocus: true,
    retry: false,
  });

  return { query, messages };
}
