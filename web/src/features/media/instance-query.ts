import { queryOptions } from '@tanstack/react-query';
import type { Instance } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

/** The limits of this Rimlight, told before anything is sent. */
export const instanceQuery = queryOptions({
  queryKey: queryKeys.instance,
  queryFn: ({ signal }) => api.get<Instance>('/instance', {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});
