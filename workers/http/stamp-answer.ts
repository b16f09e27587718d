import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';

const REQUEST_ID = /^[\w-]{8,64}$/;
const YEAR_SECONDS = 31_536_000;

/** Notes the request's time and id, and sets the headers that every answer carries, whatever happened. */
export const stampAnswer = createMiddleware<AppEnv>(async (c, next) => {
  c.set('now', Date.now());
  const given = c.req.header('x-request-id');
  const requestId = given && REQUEST_ID.test(given) ? given : (c.req.header('cf-ray') ?? crypto.randomUUID());
  c.set('requestId', requestId);
  await next();
  const { headers } = c.res;
  headers.set('X-Request-Id', requestId);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  headers.set('X-Frame-Options', 'DENY');
  if (c.req.url.startsWith('https:')) headers.set('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`);
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
});
