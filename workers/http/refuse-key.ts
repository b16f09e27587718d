import { AppError } from '../../shared/errors/index.ts';

/** Why a request with an Idempotency-Key is not run: the key is another request's, or its first request still runs. */
export function refuseKey(is: 'running' | 'mismatch'): AppError {
  if (is === 'mismatch') {
    return new AppError('idempotency-mismatch', { detail: 'This Idempotency-Key was used with another request.' });
  }
  return new AppError('conflict', {
    detail: 'The first request with this Idempotency-Key is still running.',
    headers: { 'Retry-After': '1' },
  });
}
