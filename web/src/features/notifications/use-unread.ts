import { useQuery } from '@tanstack/react-query';
import type { UnreadAnswer } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useMe } from '../auth/session.ts';

const LOOK_EVERY_MS = 30_000;

/** How many notifications wait unread; 0 for a visitor. Looked up again while the page is in view. */
export function useUnread(): number {
  const me = useMe();
  const { data } = useQuery({
    queryKey: queryKeys.unread,
    queryFn: ({ signal }) => api.get<UnreadAnswer>('/notifications/unread', {}, signal),
    enabled: Boolean(me),
    refetchInterval: LOOK_EVERY_MS,
    refetchOnWindowFocus: true,
    retry: false,
  });
  return data?.unread ?? 0;
}
