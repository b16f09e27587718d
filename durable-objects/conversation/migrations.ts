import type { ObjectMigration } from '../run-migrations.ts';

export const migrations: readonly ObjectMigration[] = [
  (sql) => {
    // The number is the order of arrival here: ids come from many clocks.
    sql.exec(`CREATE TABLE messages (
      number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, sender_id TEXT NOT NULL, text TEXT NOT NULL,
      post_id TEXT, client_key TEXT, at INTEGER NOT NULL)`);
    sql.exec(
      'CREATE UNIQUE INDEX messages_by_client_key ON messages (sender_id, client_key) WHERE client_key IS NOT NULL',
    );
    // accepted = 0: somebody whom this member does not follow wrote first. told: the revision that the inbox has.
    sql.exec(`CREATE TABLE members (
      user_id TEXT PRIMARY KEY, read_through INTEGER NOT NULL DEFAULT 0, accepted INTEGER NOT NULL DEFAULT 0,
      revision INTEGER NOT NULL DEFAULT 0, told INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID`);
  },
];
