import { queryOptions } from '@tanstack/react-query';
import type { User } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

export function userQuery(username: string) {
  return queryOptions({
    queryKey: queryKeys.user(username),
    queryFn: ({ signal }) => api.get<User>(`/users/by-username/${encodeURIComponent(username)}`, {}, signal),
  });
}
