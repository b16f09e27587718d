import type { ObjectMigration } from '../run-migrations.ts';

export const migrations: readonly ObjectMigration[] = [
  (sql) => {
    // The allowed attempts of one window, in slots of three numbers; see `takeSlottedAttempt`.
    sql.exec(`CREATE TABLE attempts (
      user_id TEXT NOT NULL, action TEXT NOT NULL, slots BLOB NOT NULL, expires_at INTEGER NOT NULL,
      PRIMARY KEY (user_id, action)) WITHOUT ROWID`);
  },
];
