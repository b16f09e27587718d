export type Attempt = { action: string; at: number; expiresAt: number };

/** Every kept attempt by action, oldest first. */
export function loadLogs(sql: SqlStorage): Map<string, number[]> {
  const logs = new Map<string, number[]>();
  const rows = sql.exec<{ action: string; at: number }>('SELECT action, at FROM attempts ORDER BY at');
  for (const { action, at } of rows) {
    const log = logs.get(action);
    if (log) log.push(at);
    else logs.set(action, [at]);
  }
  return logs;
}

export function keepAttempts(sql: SqlStorage, attempts: readonly Attempt[]): void {
  sql.exec(
    `INSERT INTO attempts (action, at, expires_at)
     SELECT value ->> 'action', value ->> 'at', value ->> 'expiresAt' FROM json_each(?)`,
    JSON.stringify(attempts),
  );
}

/** Deletes attempts that left their window; answers when the last one left will (Unix ms), or null when none is. */
export function forgetOld(sql: SqlStorage, now: number): number | null {
  sql.exec('DELETE FROM attempts WHERE expires_at <= ?', now);
  return sql.exec<{ last: number | null }>('SELECT max(expires_at) AS last FROM attempts').one().last;
}
