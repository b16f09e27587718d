import { infiniteQueryOptions } from '@tanstack/react-query';
import type { DraftsPage } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { isOnItsWay } from './draft-state.ts';

/** A post that waits for its media leaves the list by itself, and pictures come when they are made. */
const LOOK_AGAIN_MS = 3_000;

/** What is not shared yet, newest first. */
export const draftsQuery = infiniteQueryOptions({
  queryKey: queryKeys.drafts,
  queryFn: ({ pageParam, signal }) => api.get<DraftsPage>('/drafts', { cursor: pageParam }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
  staleTime: 0,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ drafts }) => drafts.some(isOnItsWay)) ? LOOK_AGAIN_MS : false,
});
