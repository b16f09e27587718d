type Assignment = { userId: string; region: string; capacity: number };

/** Puts a user into the newest cell that has room, or opens the next one; answers `region-number`. */
export function assignCell(sql: SqlStorage, { userId, region, capacity }: Assignment): string {
  const [known] = sql.exec<{ number: number }>('SELECT number FROM users WHERE user_id = ?', userId).toArray();
  if (known) return `${region}-${known.number}`;
  const [open] = sql
    .exec<{ number: number }>('SELECT number FROM cells WHERE users < ? ORDER BY number DESC LIMIT 1', capacity)
    .toArray();
  const number = open?.number ?? nextNumber(sql);
  sql.exec(
    'INSERT INTO cells (number, users) VALUES (?, 1) ON CONFLICT (number) DO UPDATE SET users = users + 1',
    number,
  );
  sql.exec('INSERT INTO users (user_id, number) VALUES (?, ?)', userId, number);
  return `${region}-${number}`;
}

function nextNumber(sql: SqlStorage): number {
  return sql.exec<{ next: number }>('SELECT coalesce(max(number), 0) + 1 AS next FROM cells').one().next;
}
