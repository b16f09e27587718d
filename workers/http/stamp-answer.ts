import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';
import { requestIdOf } from './request-id.ts';
import { STANDARD_HEADERS, TRANSPORT_SECURITY } from './standard-headers.ts';

/** Notes the request's time and id, and sets the headers that every answer carries, whatever happened. */
export const stampAnswer = createMiddleware<AppEnv>(async (c, next) => {
  c.set('now', Date.now());
  const requestId = requestIdOf(c.req.raw.headers);
  c.set('requestId', requestId);
  await next();
  if (c.get('isStamped') && c.error === undefined) return;
  const { headers } = c.res;
  headers.set('X-Request-Id', requestId);
  headers.set('X-Content-Type-Options', STANDARD_HEADERS['X-Content-Type-Options']);
  headers.set('Referrer-Policy', STANDARD_HEADERS['Referrer-Policy']);
  headers.set('X-Frame-Options', STANDARD_HEADERS['X-Frame-Options']);
  if (c.req.url.startsWith('https:')) headers.set('Strict-Transport-Security', TRANSPORT_SECURITY);
  for (const name of ['Content-Security-Policy', 'Cache-Control'] as const) {
    if (!headers.has(name)) headers.set(name, STANDARD_HEADERS[name]);
  }
});
