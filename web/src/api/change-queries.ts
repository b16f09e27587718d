import type { QueryClient } from '@tanstack/react-query';

/**
 * Changes all cached values under a key, and those that are being fetched once more when they arrive: they were read before,
 * or a next page was put to pages as they were before. So a change has to be one that can be made twice.
 */
export function changeQueries<T>(
  queryClient: QueryClient,
  queryKey: readonly unknown[],
  change: (value: T | undefined) => T | undefined,
): void {
  queryClient.setQueriesData<T>({ queryKey }, change);
  for (const query of queryClient.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' })) {
    const changeAgain = () => void queryClient.setQueryData<T>(query.queryKey, change);
    // What failed or was called off brings nothing.
    query.promise?.then(changeAgain, () => undefined);
  }
}
