/** `remaining` attempts are left in the window; `resetMs` until enough of the oldest left it for another try. */
export type Verdict = { allowed: boolean; remaining: number; resetMs: number };

/** At most `attempts` in any `windowMs`. */
export type Rule = { attempts: number; windowMs: number };

/**
 * A sliding-window log, exact: `log` holds the times (Unix ms, ascending) of the allowed attempts and is changed in place.
 * An attempt that is refused is not kept, so that waiting always helps. Several `times` are allowed all together or not at
 * all.
 */
export function takeAttempt(log: number[], { attempts, windowMs }: Rule, now: number, times = 1): Verdict {
  const firstInside = log.findIndex((at) => at > now - windowMs);
  log.splice(0, firstInside === -1 ? log.length : firstInside);
  const allowed = log.length + times <= attempts;
  // As many of the oldest have to leave as are too many; more than the limit never fits.
  const leaving = allowed ? 0 : Math.min(log.length + times - attempts, log.length) - 1;
  if (allowed) for (let time = 0; time < times; time++) log.push(now);
  const freed = log[leaving] ?? now;
  return { allowed, remaining: Math.max(0, attempts - log.length), resetMs: freed + windowMs - now };
}
