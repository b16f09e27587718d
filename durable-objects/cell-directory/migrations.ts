import type { ObjectMigration } from '../run-migrations.ts';

export const migrations: readonly ObjectMigration[] = [
  (sql) => {
    sql.exec('CREATE TABLE cells (number INTEGER PRIMARY KEY, users INTEGER NOT NULL)');
    sql.exec('CREATE TABLE users (user_id TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID');
  },
];
