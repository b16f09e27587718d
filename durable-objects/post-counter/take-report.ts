/** What a reporter counts in all, as of its `sequence`. Repeating, losing or reordering reports changes no total. */
export type CounterReport = { reporter: string; likes: number; sequence: number };

/** The sum of all reporters, as of this counter's own `sequence`; `passed` is the sequence that the next hop has. */
export type CounterTotal = { likes: number; sequence: number; passed: number };

/** Takes a report if it is newer than the reporter's last one. Runs in one transaction. */
export function takeReport(sql: SqlStorage, { reporter, likes, sequence }: CounterReport): void {
  const [held] = sql
    .exec<{ likes: number; sequence: number }>('SELECT likes, sequence FROM reports WHERE reporter = ?', reporter)
    .toArray();
  if (held && held.sequence >= sequence) return;
  sql.exec(
    `INSERT INTO reports (reporter, likes, sequence) VALUES (?, ?, ?)
     ON CONFLICT (reporter) DO UPDATE SET likes = excluded.likes, sequence = excluded.sequence`,
    reporter,
    likes,
    sequence,
  );
  sql.exec('UPDATE totals SET likes = likes + ?, sequence = sequence + 1', likes - (held?.likes ?? 0));
}

export function readTotal(sql: SqlStorage): CounterTotal {
  return sql.exec<CounterTotal>('SELECT likes, sequence, passed FROM totals').one();
}

/** Notes that the next hop has the total of `sequence`. */
export function settleTotal(sql: SqlStorage, sequence: number): void {
  sql.exec('UPDATE totals SET passed = max(passed, ?)', sequence);
}
