import { createMiddleware } from 'hono/factory';
import { AppError } from '../../shared/errors/index.ts';
import type { AppEnv } from './app-env.ts';

/** 415 for a body that does not call itself JSON: a form of another site cannot reach a JSON route. */
export const requireJsonBody = createMiddleware<AppEnv>(async (c, next) => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !type.endsWith('+json')) {
    throw new AppError('unsupported-type', { detail: 'Send the body as application/json.' });
  }
  await next();
});
