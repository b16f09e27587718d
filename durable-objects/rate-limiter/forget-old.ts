/** Deletes attempts that left their window; answers when the next one will (Unix ms), or null when none is left. */
export function forgetOld(sql: SqlStorage, now: number): number | null {
  sql.exec('DELETE FROM attempts WHERE expires_at <= ?', now);
  return sql.exec<{ next: number | null }>('SELECT min(expires_at) AS next FROM attempts').one().next;
}
