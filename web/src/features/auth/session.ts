import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Me, Session } from '../../../../shared/contracts/index.ts';
import { dropAccessToken, holdAccessToken } from '../../api/access-token.ts';
import { isStatus } from '../../api/api-error.ts';
import { api } from '../../api/client.ts';
import { queryClient } from '../../api/query-client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { refreshSession } from '../../api/refresh-session.ts';
import { hasSessionMark, setSessionMark } from '../../api/session-mark.ts';

async function restoreSession(): Promise<Me | null> {
  if (!hasSessionMark()) return null;
  try {
    await refreshSession();
    return await api.get<Me>('/users/me');
  } catch (error) {
    if (isStatus(error, 401)) return null;
    throw error;
  }
}

/** The person logged in, or null. Loaded once before the first page, then kept by log-in and log-out. */
export const sessionQuery = queryOptions({
  queryKey: queryKeys.session,
  queryFn: restoreSession,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

export function useMe(): Me | null {
  return useQuery(sessionQuery).data ?? null;
}

export function findMe(): Me | null {
  return queryClient.getQueryData(sessionQuery.queryKey) ?? null;
}

/** Begins a session with the answer of a log-in or sign-up. Nothing that a visitor saw stays cached. */
export function beginSession(session: Session): void {
  holdAccessToken(session.accessToken, session.expiresIn);
  setSessionMark(true);
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, session.user);
}

/** Forgets the person and everything that was loaded for them. */
export function forgetSession(): void {
  dropAccessToken();
  setSessionMark(false);
  queryClient.clear();
  queryClient.setQueryData(sessionQuery.queryKey, null);
}

/** Puts a changed profile of one's own where the app reads it. */
export function updateMe(me: Me): void {
  queryClient.setQueryData(sessionQuery.queryKey, me);
  queryClient.setQueryData(queryKeys.user(me.username), me);
  void queryClient.invalidateQueries({ queryKey: queryKeys.allPosts, refetchType: 'none' });
}
