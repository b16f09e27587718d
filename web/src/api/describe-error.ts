import { ApiError, NetworkError } from './api-error.ts';

function waitOf(seconds: number): string {
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

/** One plain sentence about a failed request, for a toast or an error state. */
export function describeError(error: unknown): string {
  if (error instanceof NetworkError) return error.message;
  if (!(error instanceof ApiError)) return 'Something went wrong. Try again.';
  if (error.status === 429) {
    return error.retryAfter
      ? `That was a lot at once. Try again in ${waitOf(error.retryAfter)}.`
      : 'That was a lot at once. Try again later.';
  }
  if (error.status >= 500) return 'Something went wrong on our side. Try again in a moment.';
  const text = error.problem.detail || error.problem.title;
  return text.endsWith('.') ? text : `${text}.`;
}
