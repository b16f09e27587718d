import type { ObjectMigration } from '../run-migrations.ts';

export const migrations: readonly ObjectMigration[] = [
  (sql) => {
    // Who reported what: cells to a shard or the root, shards to the root. The highest sequence of a reporter holds.
    sql.exec(
      'CREATE TABLE reports (reporter TEXT PRIMARY KEY, likes INTEGER NOT NULL, sequence INTEGER NOT NULL) WITHOUT ROWID',
    );
    sql.exec(
      'CREATE TABLE totals (id INTEGER PRIMARY KEY CHECK (id = 1), likes INTEGER NOT NULL, sequence INTEGER NOT NULL, passed INTEGER NOT NULL)',
    );
    sql.exec('INSERT INTO totals (id, likes, sequence, passed) VALUES (1, 0, 0, 0)');
  },
];
