import { createMiddleware } from 'hono/factory';
import type { Config, Limit } from '../../shared/config/index.ts';
import { RoughCounter } from '../../shared/domain/limits/rough-counter.ts';
import type { Verdict } from '../../shared/domain/limits/take-attempt.ts';
import { AppError } from '../../shared/errors/index.ts';
import { atHome } from '../cells/at-home.ts';
import type { AppContext, AppEnv, Viewer } from './app-env.ts';
import { networkOf } from './network-of.ts';
import { requireViewer } from './require-viewer.ts';

const LIMITS = {
  'sign-up': (config) => config.LIMIT_SIGN_UPS_BY_ADDRESS,
  'log-in': (config) => config.LIMIT_LOG_INS_BY_ADDRESS,
  post: (config) => config.LIMIT_POSTS,
  like: (config) => config.LIMIT_LIKES,
  comment: (config) => config.LIMIT_COMMENTS,
  follow: (config) => config.LIMIT_FOLLOWS,
  share: (config) => config.LIMIT_SHARES,
  edit: (config) => config.LIMIT_EDITS,
  message: (config) => config.LIMIT_MESSAGES,
  /** Of nobody in particular: members read as they like. */
  read: (config) => config.LIMIT_READS_BY_ADDRESS,
  refresh: (config) => config.LIMIT_REFRESHES_BY_ADDRESS,
  media: (config) => config.LIMIT_MEDIA_BY_ADDRESS,
  render: (config) => config.LIMIT_RENDERINGS_BY_ADDRESS,
} satisfies Record<string, (config: Config) => Limit>;

export type LimitedAction = keyof typeof LIMITS;

/** What members' own cells count, because most of it goes there anyway; everything else has an object for each subject. */
const COUNTED_AT_HOME: ReadonlySet<LimitedAction> = new Set<LimitedAction>(['like']);

/**
 * What each isolate counts for itself, of the addresses that it sees: a call of an object for every picture would cost more
 * than the picture, which mostly comes from a cache. What is dear about pictures, rendering them, counts exactly: `render`.
 */
const MAX_ADDRESSES = 50_000;
const mediaByAddress = new RoughCounter(MAX_ADDRESSES);

export type ActionLimit = { action: LimitedAction; rule: Limit };

/** An action and its rule by the configuration, as a cell takes it. */
export function limitOf(config: Config, action: LimitedAction): ActionLimit {
  return { action, rule: LIMITS[action](config) };
}

/** Counts the request against the viewer, or the network it comes from when there is none, and answers 429 past the limit. */
export function limitAction(action: LimitedAction) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const { services, viewer, now } = c.var;
    if (viewer && (action === 'read' || action === 'media')) return next();
    const limit = limitOf(services.config, action);
    if (action === 'media') {
      // Told to who is refused only: the answers are kept by caches, for others too.
      requireAllowed(limit.rule, mediaByAddress.take(addressOf(c), limit.rule, now));
      return next();
    }
    const verdict = viewer ? await takeAttempt(c, viewer, limit) : await takeByAddress(c, action);
    const headers = requireAllowed(limit.rule, verdict);
    await next();
    // A limit of another action, which the route counted as well, tells of itself when it refuses.
    if (c.res.status === 429 && c.res.headers.has('RateLimit-Limit')) return;
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
  });
}

/** Counts an attempt of the network that the request comes from, whoever sends it. */
export async function takeByAddress(c: Pick<AppContext, 'var' | 'req'>, action: LimitedAction): Promise<Verdict> {
  const { services, now } = c.var;
  const { attempts, windowMs } = limitOf(services.config, action).rule;
  return services.stubs.rateLimiter(`address:${addressOf(c)}`).take(action, attempts, windowMs, now);
}

/** The same; 429 past the limit. */
export async function requireAttemptByAddress(
  c: Pick<AppContext, 'var' | 'req'>,
  action: LimitedAction,
): Promise<void> {
  requireAllowed(limitOf(c.var.services.config, action).rule, await takeByAddress(c, action));
}

function addressOf(c: Pick<AppContext, 'req'>): string {
  return networkOf(c.req.header('cf-connecting-ip'));
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

/** Counts an attempt of the viewer in a route that limits itself, and tells what is left; 429 past the limit. */
export async function countAttempt(
  c: Pick<AppContext, 'get' | 'var' | 'header'>,
  action: LimitedAction,
): Promise<void> {
  const limit = limitOf(c.var.services.config, action);
  applyVerdict(c, limit.rule, await takeAttempt(c, requireViewer(c), limit));
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
