/** `remaining` attempts are left in the window; `resetMs` until the oldest leaves it and another one is free. */
export type Verdict = { allowed: boolean; remaining: number; resetMs: number };

/** At most `attempts` in any `windowMs`. */
export type Rule = { attempts: number; windowMs: number };

/**
 * A sliding-window log, exact: `log` holds the times (Unix ms, ascending) of the allowed attempts and is changed in place.
 * An attempt that is refused is not kept, so that waiting always helps.
 */
export function takeAttempt(log: number[], { attempts, windowMs }: Rule, now: number): Verdict {
  const firstInside = log.findIndex((at) => at > now - windowMs);
  log.splice(0, firstInside === -1 ? log.length : firstInside);
  const allowed = log.length < attempts;
  if (allowed) log.push(now);
  const oldest = log[0] ?? now;
  return { allowed, remaining: Math.max(0, attempts - log.length), resetMs: oldest + windowMs - now };
}
