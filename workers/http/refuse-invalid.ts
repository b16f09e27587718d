import type { Hook, z } from '@hono/zod-openapi';
import { AppError, type FieldError } from '../../shared/errors/index.ts';
import type { AppEnv } from './app-env.ts';

/** Names every field that is wrong, and why. A path that is not an id names nothing that exists: 404. */
export const refuseInvalid: Hook<unknown, AppEnv, string, void> = (result) => {
  if (result.success) return;
  if (result.target === 'param') throw new AppError('not-found', { detail: 'The path names nothing that exists.' });
  const errors = result.error.issues.flatMap(fieldErrors);
  throw new AppError('invalid-values', {
    detail: errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '),
    errors,
  });
};

/** One error a field; fields that no contract names are named one by one. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const at = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path: at, message: issue.message }];
  return issue.keys.map((key) => ({ path: at ? `${at}.${key}` : key, message: 'is not a known field' }));
}
