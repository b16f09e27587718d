import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../../shared/contracts/index.ts';
import { AppError, ERROR_CODES, type ErrorCode } from '../../shared/errors/index.ts';

const CODES_BY_STATUS: Record<number, ErrorCode> = {
  400: 'malformed-request',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-type',
};

/** Writes an error as `application/problem+json` (RFC 9457). What a 5xx was about stays in the log. */
export function problem(c: Context, error: AppError): Response {
  const { status, title } = ERROR_CODES[error.code];
  const requestId = String(c.get('requestId') ?? '');
  const body: Problem = {
    type: `/docs#error-${error.code}`,
    title,
    status,
    code: error.code,
    ...(error.detail && status < 500 ? { detail: error.detail } : {}),
    requestId,
    ...(error.errors ? { errors: error.errors } : {}),
  };
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, {
    ...error.headers,
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  });
}

/** Turns whatever was thrown into an error of ours. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException) {
    if (error.status === 400 && /JSON/i.test(error.message)) {
      return new AppError('malformed-json', { detail: 'The body could not be read as JSON.' });
    }
    const code = CODES_BY_STATUS[error.status];
    if (code) return new AppError(code, { detail: error.message });
  }
  return new AppError('internal');
}
