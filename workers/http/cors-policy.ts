import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';

/** Bearer tokens only: browsers of other origins may call when configured, and never with our cookie. */
export const corsPolicy = createMiddleware<AppEnv>((c, next) => {
  const allowed = c.var.services.config.CORS_ORIGINS;
  if (allowed.length === 0 || !c.req.header('origin')) return next();
  return cors({
    origin: (origin) => (allowed.includes(origin) ? origin : null),
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'X-Request-Id'],
    exposeHeaders: ['X-Request-Id', 'Retry-After', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset', 'ETag'],
    maxAge: 86_400,
  })(c, next);
});
