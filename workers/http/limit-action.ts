import { createMiddleware } from 'hono/factory';
import type { Config, Limit } from '../../shared/config/index.ts';
import type { Verdict } from '../../shared/domain/limits/take-attempt.ts';
import { AppError } from '../../shared/errors/index.ts';
import { atHome } from '../cells/at-home.ts';
import type { AppContext, AppEnv, Viewer } from './app-env.ts';
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

/** What members' own cells count, because most of it goes there anyway; everything else has an object for each subject. */
const COUNTED_AT_HOME: ReadonlySet<LimitedAction> = new Set<LimitedAction>(['like']);

export type ActionLimit = { action: LimitedAction; rule: Limit };

/** An action and its rule by the configuration, as a cell takes it. */
export function limitOf(config: Config, action: LimitedAction): ActionLimit {
  return { action, rule: LIMITS[action](config) };
}

/** Counts the request against the viewer, or the network it comes from when there is none, and answers 429 past the limit. */
export function limitAction(action: LimitedAction) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { services, viewer, now } = c.var;
    if (viewer && action === 'read') return next();
    const limit = limitOf(services.config, action);
    const subject = `address:${networkOf(c.req.header('cf-connecting-ip'))}`;
    const verdict = viewer
      ? await takeAttempt(c, viewer, limit)
      : await services.stubs.rateLimiter(subject).take(action, limit.rule.attempts, limit.rule.windowMs, now);
    const headers = requireAllowed(limit.rule, verdict);
    await next();
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
}

/**
 * Counts several attempts of the viewer, all or none, in a route that its own limit counts once; 429 past the limit. For
 * actions that a rate limiter counts.
 */
export async function takeAttempts(
  c: Pick<AppContext, 'var'>,
  action: Exclude<LimitedAction, 'like'>,
  times: number,
): Promise<void> {
  const { services, viewer, now } = c.var;
  if (!viewer) throw new AppError('unauthenticated');
  const { rule } = limitOf(services.config, action);
  const limiter = services.stubs.rateLimiter(`user:${viewer.id}`);
  requireAllowed(rule, await limiter.take(action, rule.attempts, rule.windowMs, now, times));
}

/** What the object counts that does it, beside what it does. */
const COUNTED_BY_PUBLISHER: ReadonlySet<LimitedAction> = new Set<LimitedAction>(['post']);

/** Counts an attempt of a member. */
export function takeAttempt(c: Pick<AppContext, 'var'>, viewer: Viewer, limit: ActionLimit): Promise<Verdict> {
  const { services, now } = c.var;
  const { action, rule } = limit;
  if (COUNTED_AT_HOME.has(action)) {
    return atHome(services, viewer, async (cell) => cell.takeAttempt(viewer.id, limit, now));
  }
  if (COUNTED_BY_PUBLISHER.has(action)) {
    return services.stubs.publisherOf(viewer.id, services.config.PUBLISHERS).takeAttempt(viewer.id, limit, now);
  }
  return services.stubs.rateLimiter(`user:${viewer.id}`).take(action, rule.attempts, rule.windowMs, now);
}

/** Tells the client what is left of a limit; throws 429 for an attempt that was one too many. */
export function applyVerdict(c: Pick<AppContext, 'header'>, rule: Limit, verdict: Verdict): void {
  for (const [name, value] of Object.entries(requireAllowed(rule, verdict))) c.header(name, value);
}

/** The headers that tell a client what is left; throws 429 for an attempt that was one too many. */
export function requireAllowed(rule: Limit, verdict: Verdict): Record<string, string> {
  const headers = {
    'RateLimit-Limit': String(rule.attempts),
    'RateLimit-Remaining': String(verdict.remaining),
    'RateLimit-Reset': String(Math.ceil(verdict.resetMs / 1_000)),
  };
  if (verdict.allowed) return headers;
  const seconds = Math.max(1, Math.ceil(verdict.resetMs / 1_000));
  throw new AppError('rate-limited', {
    detail: `At most ${rule.attempts} in ${rule.windowMs / 1_000} s; try again in ${seconds} s.`,
    headers: { ...headers, 'Retry-After': String(seconds) },
  });
}
