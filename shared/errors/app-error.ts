import type { ErrorCode } from './codes.ts';

export type FieldError = { path: string; message: string };

type AppErrorOptions = { detail?: string; errors?: FieldError[]; headers?: Record<string, string> };

/** An expected failure on its way to the client. `detail` is read by people: it names the field or file, and why. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly errors: FieldError[] | undefined;
  readonly headers: Record<string, string>;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(options.detail ?? code);
    this.name = 'AppError';
    this.code = code;
    this.detail = options.detail;
    this.errors = options.errors;
    this.headers = options.headers ?? {};
  }
}

/** A 422 that names one field. */
export function invalidField(path: string, message: string): AppError {
  return new AppError('invalid-values', { detail: `${path}: ${message}`, errors: [{ path, message }] });
}

/** A 404: absent and "not visible to you" are told apart by nobody. */
export function notFound(what: string): AppError {
  return new AppError('not-found', { detail: `No such ${what}.` });
}
