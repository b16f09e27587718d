import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';

/**
 * Pages of the configured origins may call with a bearer token, and never with our cookie: neither credentials nor the web
 * client's header are allowed to them. Every other origin gets no CORS header at all.
 */
export const corsPolicy = createMiddleware<AppEnv>(async (c, next) => {
  const allowed = c.get('services').config.CORS_ORIGINS;
  const origin = c.req.header('origin');
  if (origin && allowed.includes(origin)) return allowedOrigin(c, next);
  await next();
  if (allowed.length > 0) c.res.headers.append('Vary', 'Origin');
});

const DAY_SECONDS = 86_400;

/** Runs for origins that were found in the configuration only. */
const allowedOrigin = cors({
  origin: (origin) => origin,
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'X-Request-Id'],
  exposeHeaders: [
    'X-Request-Id',
    'Retry-After',
    'RateLimit-Limit',
    'RateLimit-Remaining',
    'RateLimit-Reset',
    'ETag',
    'Location',
  ],
  maxAge: DAY_SECONDS,
});
