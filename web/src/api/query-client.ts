import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-error.ts';

const MAX_RETRIES = 2;
const KEEP_MS = 30 * 60_000;

/** Failures of the line are tried again, answers of the server (other than 5xx) are not. */
function shouldRetry(failures: number, error: unknown): boolean {
  if (error instanceof ApiError && error.status < 500) return false;
  return failures < MAX_RETRIES;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: shouldRetry, staleTime: 30_000, gcTime: KEEP_MS, refetchOnWindowFocus: false },
    // Writes fail at once when offline, with a word, instead of waiting unseen.
    mutations: { retry: false, networkMode: 'always' },
  },
});
