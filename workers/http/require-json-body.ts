import { createMiddleware } from 'hono/factory';
import { AppError } from '../../shared/errors/index.ts';
import type { AppEnv } from './app-env.ts';
import { mediaTypeOf } from './media-type.ts';

/** 415 for a body that does not call itself JSON: a form of another site cannot reach a JSON route. */
export function requireJsonBody(required: boolean) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const type = mediaTypeOf(c);
    const missing = c.req.header('content-type') === undefined && !required;
    if (!missing && type !== 'application/json' && !type.endsWith('+json')) {
      throw new AppError('unsupported-type', { detail: 'Send the body as application/json.' });
    }
    await next();
  });
}
