/** Whether D1 refused an insert because the key is taken. drizzle wraps the database's error, so the causes are read too. */
export function isClash(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (/UNIQUE constraint failed|SQLITE_CONSTRAINT_PRIMARYKEY/.test(cause.message)) return true;
  }
  return false;
}
