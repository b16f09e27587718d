import { createMiddleware } from 'hono/factory';
import { AppError } from '../../shared/errors/index.ts';
import { verifyAccessToken } from '../api/auth/access-token.ts';
import type { AppEnv } from './app-env.ts';
import type { Access } from './route.ts';

/** Sets `viewer` from the bearer token. A token that is sent but invalid is a 401 on every route that reads one. */
export function authenticate(access: Access) {
  return createMiddleware<AppEnv>(async (c, next) => {
    c.set('viewer', null);
    if (access !== 'public') {
      const header = c.req.header('authorization');
      if (header) {
        const token = /^Bearer ([\w.-]+)$/i.exec(header)?.[1];
        const viewer = token ? await verifyAccessToken(c.get('services').config.TOKEN_KEYS, token, c.get('now')) : null;
        if (!viewer) {
          throw new AppError('invalid-token', { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } });
        }
        c.set('viewer', viewer);
      } else if (access === 'member') {
        throw new AppError('unauthenticated', { headers: { 'WWW-Authenticate': 'Bearer' } });
      }
    }
    await next();
  });
}
