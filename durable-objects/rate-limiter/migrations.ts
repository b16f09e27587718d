import type { ObjectMigration } from '../run-migrations.ts';

export const migrations: readonly ObjectMigration[] = [
  (sql) => {
    // No index: an attempt is one row written, and the few there are are read together when the object wakes.
    sql.exec('CREATE TABLE attempts (action TEXT NOT NULL, at INTEGER NOT NULL, expires_at INTEGER NOT NULL)');
  },
];
