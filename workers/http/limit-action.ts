import { createMiddleware } from 'hono/factory';
import type { Config, Limit } from '../../shared/config/index.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { AppEnv } from './app-env.ts';
import { networkOf } from './network-of.ts';

const LIMITS = {
  'sign-up': (config) => config.LIMIT_SIGN_UPS_BY_ADDRESS,
  'log-in': (config) => config.LIMIT_LOG_INS_BY_ADDRESS,
  post: (config) => config.LIMIT_POSTS,
  like: (config) => config.LIMIT_LIKES,
  comment: (config) => config.LIMIT_COMMENTS,
  follow: (config) => config.LIMIT_FOLLOWS,
  share: (config) => config.LIMIT_SHARES,
  /** Of nobody in particular: members read as they like. */
  read: (config) => config.LIMIT_READS_BY_ADDRESS,
} satisfies Record<string, (config: Config) => Limit>;

export type LimitedAction = keyof typeof LIMITS;

/** Counts the request against the viewer, or the network it comes from when there is none, and answers 429 past the limit. */
export function limitAction(action: LimitedAction) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { services, viewer, now } = c.var;
    if (viewer && action === 'read') return next();
    const subject = viewer ? `user:${viewer.id}` : `address:${networkOf(c.req.header('cf-connecting-ip'))}`;
    const limit = LIMITS[action](services.config);
    const verdict = await services.stubs.rateLimiter(subject).take(action, limit.attempts, limit.windowMs, now);
    const headers = {
      'RateLimit-Limit': String(limit.attempts),
      'RateLimit-Remaining': String(verdict.remaining),
      'RateLimit-Reset': String(Math.ceil(verdict.resetMs / 1_000)),
    };
    if (!verdict.allowed) {
      const seconds = Math.max(1, Math.ceil(verdict.resetMs / 1_000));
      throw new AppError('rate-limited', {
        detail: `At most ${limit.attempts} in ${limit.windowMs / 1_000} s; try again in ${seconds} s.`,
        headers: { ...headers, 'Retry-After': String(seconds) },
      });
    }
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
}
