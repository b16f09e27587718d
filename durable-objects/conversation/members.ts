/** Whoever has accepted once stays so. */
export function join(sql: SqlStorage, userId: string, accepted: boolean): void {
  sql.exec(
    `INSERT INTO members (user_id, accepted) VALUES (?, ?)
     ON CONFLICT (user_id) DO UPDATE SET accepted = max(accepted, excluded.accepted)`,
    userId,
    accepted ? 1 : 0,
  );
}

/** A member takes a request up without an answer; their inbox and the other's are to hear of it. */
export function acceptRequest(sql: SqlStorage, userId: string): void {
  if (hasAccepted(sql, userId) !== false) return;
  sql.exec('UPDATE members SET accepted = 1 WHERE user_id = ?', userId);
  sql.exec('UPDATE members SET revision = revision + 1');
}

/** The number through which a member has read, for the other to see; nothing of it is told before they accept. */
export function seenThrough(sql: SqlStorage, userId: string): number {
  const [member] = sql
    .exec<{ read_through: number }>('SELECT read_through FROM members WHERE user_id = ? AND accepted = 1', userId)
    .toArray();
  return member?.read_through ?? 0;
}

/** Whether a member takes messages without limit; undefined before there are any. */
export function hasAccepted(sql: SqlStorage, userId: string): boolean | undefined {
  const [member] = sql.exec<{ accepted: number }>('SELECT accepted FROM members WHERE user_id = ?', userId).toArray();
  return member && member.accepted === 1;
}
