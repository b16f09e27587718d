import { createMiddleware } from 'hono/factory';
import { servicesFor, type WorkerEnv } from '../services.ts';
import type { AppEnv } from './app-env.ts';

const REQUEST_ID = /^[\w-]{8,64}$/;

/** Sets what every route needs, and the headers that every answer carries. */
export const prepareRequest = createMiddleware<AppEnv>(async (c, next) => {
  c.set('services', servicesFor(c.env as WorkerEnv));
  c.set('now', Date.now());
  const given = c.req.header('x-request-id');
  const requestId = given && REQUEST_ID.test(given) ? given : (c.req.header('cf-ray') ?? crypto.randomUUID());
  c.set('requestId', requestId);
  await next();
  const { headers } = c.res;
  headers.set('X-Request-Id', requestId);
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Referrer-Policy', 'strict-origin-when-cross-origin');
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store');
});
