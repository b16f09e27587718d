import { createMiddleware } from 'hono/factory';
import type { Verdict } from '../../durable-objects/rate-limiter/take-attempt.ts';
import type { Config, Limit } from '../../shared/config/index.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { AppContext, AppEnv } from './app-env.ts';
import { networkOf } from './network-of.ts';

const LIMITS = {
  'sign-up': (config) => config.LIMIT_SIGN_UPS_BY_ADDRESS,
  'log-in': (config) => config.LIMIT_LOG_INS_BY_ADDRESS,
  post: (config) => config.LIMIT_POSTS,
  like: (config) => config.LIMIT_LIKES,
  comment: (config) => config.LIMIT_COMMENTS,
  follow: (config) => config.LIMIT_FOLLOWS,
  share: (config) => config.LIMIT_SHARES,
  message: (config) => config.LIMIT_MESSAGES,
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
    if (!verdict.allowed) throw refusal(limit, verdict);
    await next();
    for (const [name, value] of Object.entries(headersOf(limit, verdict))) c.header(name, value);
  });
}

/** Counts several attempts of the viewer at once, in a route that its own limit counts once; 429 past the limit. */
export async function takeAttempts(
  { var: { services, viewer, now } }: Pick<AppContext, 'var'>,
  action: LimitedAction,
  times: number,
): Promise<void> {
  if (!viewer) throw new AppError('unauthenticated');
  const limit = LIMITS[action](services.config);
  const limiter = services.stubs.rateLimiter(`user:${viewer.id}`);
  for (let time = 0; time < times; time++) {
    const verdict = await limiter.take(action, limit.attempts, limit.windowMs, now);
    if (!verdict.allowed) throw refusal(limit, verdict);
  }
}

function headersOf({ attempts }: Limit, { remaining, resetMs }: Verdict): Record<string, string> {
  return {
    'RateLimit-Limit': String(attempts),
    'RateLimit-Remaining': String(remaining),
    'RateLimit-Reset': String(Math.ceil(resetMs / 1_000)),
  };
}

function refusal(limit: Limit, verdict: Verdict): AppError {
  const seconds = Math.max(1, Math.ceil(verdict.resetMs / 1_000));
  return new AppError('rate-limited', {
    detail: `At most ${limit.attempts} in ${limit.windowMs / 1_000} s; try again in ${seconds} s.`,
    headers: { ...headersOf(limit, verdict), 'Retry-After': String(seconds) },
  });
}
