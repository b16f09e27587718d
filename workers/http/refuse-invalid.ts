import type { Hook } from '@hono/zod-openapi';
import { AppError } from '../../shared/errors/index.ts';
import type { AppEnv } from './app-env.ts';

/** Names every field that is wrong, and why. A path that is not an id names nothing that exists: 404. */
export const refuseInvalid: Hook<unknown, AppEnv, string, void> = (result) => {
  if (result.success) return;
  if (result.target === 'param') throw new AppError('not-found', { detail: 'The path names nothing that exists.' });
  const errors = result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new AppError('invalid-values', {
    detail: errors.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; '),
    errors,
  });
};
