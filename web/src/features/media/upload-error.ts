import { ApiError, NetworkError } from '../../api/api-error.ts';
import { describeError } from '../../api/describe-error.ts';

/** Why one file did not make it, for its owner. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
  readonly hint: string | undefined;
  /** False when the same bytes would fail again. */
  readonly canRetry: boolean;

  constructor(message: string, hint: string | undefined, canRetry: boolean) {
    super(message);
    this.hint = hint;
    this.canRetry = canRetry;
  }
}

const REFUSED_FOR_GOOD = new Set([413, 415, 422]);

export function toUploadError(error: unknown): UploadError {
  if (error instanceof UploadError) return error;
  if (error instanceof NetworkError)
    return new UploadError('The connection was lost.', 'Try again when you are online.', true);
  if (error instanceof ApiError)
    return new UploadError(describeError(error), undefined, !REFUSED_FOR_GOOD.has(error.status));
  return new UploadError(describeError(error), undefined, true);
}
