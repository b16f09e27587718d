import type { ObjectMigration } from '../run-migrations.ts';

export const migrations: readonly ObjectMigration[] = [
  (sql) => {
    // present = 0 is a tombstone: its cause was undone, and late messages of an older version stay out.
    sql.exec(`CREATE TABLE notices (
      key TEXT PRIMARY KEY, kind TEXT NOT NULL, actor_id TEXT, post_id TEXT, comment_id TEXT,
      at INTEGER NOT NULL, version INTEGER NOT NULL, present INTEGER NOT NULL, unread INTEGER NOT NULL) WITHOUT ROWID`);
    sql.exec('CREATE INDEX notices_newest ON notices (present, at, key)');
    sql.exec('CREATE INDEX notices_unread ON notices (at) WHERE present AND unread');
    // What the owner chose; a missing row means everyone.
    sql.exec('CREATE TABLE preferences (name TEXT PRIMARY KEY, choice TEXT NOT NULL) WITHOUT ROWID');
  },
  (sql) => {
    // Copies of what each conversation says to the owner, as of its revision.
    sql.exec(`CREATE TABLE conversations (
      id TEXT PRIMARY KEY, other_id TEXT NOT NULL, revision INTEGER NOT NULL, unread INTEGER NOT NULL,
      request INTEGER NOT NULL, at INTEGER NOT NULL, sender_id TEXT NOT NULL, text TEXT NOT NULL, post_id TEXT) WITHOUT ROWID`);
    sql.exec('CREATE INDEX conversations_newest ON conversations (request, at, id)');
  },
  (sql) => {
    // Whether the other one has not taken the owner's request up yet.
    sql.exec('ALTER TABLE conversations ADD COLUMN pending INTEGER NOT NULL DEFAULT 0');
  },
  (sql) => {
    // hidden = 1: the owner may not see what it is about now, and may again.
    sql.exec('ALTER TABLE notices ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0');
  },
];
