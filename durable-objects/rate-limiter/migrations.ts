import type { ObjectMigration } from '../run-migrations.ts';

export const migrations: readonly ObjectMigration[] = [
  (sql) => {
    sql.exec(`CREATE TABLE attempts (action TEXT NOT NULL, at INTEGER NOT NULL, expires_at INTEGER NOT NULL)`);
    sql.exec('CREATE INDEX attempts_by_action ON attempts (action, at)');
    sql.exec('CREATE INDEX attempts_by_expiry ON attempts (expires_at)');
  },
];
