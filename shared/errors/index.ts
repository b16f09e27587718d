export { AppError, type FieldError, invalidField, notFound } from './app-error.ts';
export { ERROR_CODES, type ErrorCode } from './codes.ts';
export type { Outcome } from './outcome.ts';
