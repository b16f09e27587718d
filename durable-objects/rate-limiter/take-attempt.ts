/** `remaining` attempts are left in the window; `resetMs` until the next one is free. */
export type Verdict = { allowed: boolean; remaining: number; resetMs: number };

type Attempt = { action: string; attempts: number; windowMs: number; now: number };

/** A sliding-window log: exact, since each allowed attempt is kept until it leaves the window. */
export function takeAttempt(sql: SqlStorage, { action, attempts, windowMs, now }: Attempt): Verdict {
  const since = now - windowMs;
  const { used, oldest } = sql
    .exec<{ used: number; oldest: number | null }>(
      'SELECT count(*) AS used, min(at) AS oldest FROM attempts WHERE action = ? AND at > ?',
      action,
      since,
    )
    .one();
  const resetMs = oldest === null ? windowMs : oldest + windowMs - now;
  if (used >= attempts) return { allowed: false, remaining: 0, resetMs };
  sql.exec('INSERT INTO attempts (action, at, expires_at) VALUES (?, ?, ?)', action, now, now + windowMs);
  return { allowed: true, remaining: attempts - used - 1, resetMs };
}
