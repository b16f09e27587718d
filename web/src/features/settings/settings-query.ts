import { queryOptions } from '@tanstack/react-query';
import type { UserSettings } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

export const settingsQuery = queryOptions({
  queryKey: queryKeys.settings,
  queryFn: ({ signal }) => api.get<UserSettings>('/users/me/settings', {}, signal),
});
