import type { ObjectMigration } from '../run-migrations.ts';

export const migrations: readonly ObjectMigration[] = [
  (sql) => {
    sql.exec(`CREATE TABLE edges (
      user_id TEXT NOT NULL, source_id TEXT NOT NULL, state TEXT NOT NULL, version INTEGER NOT NULL,
      PRIMARY KEY (user_id, source_id)) WITHOUT ROWID`);
    sql.exec(`CREATE INDEX edges_by_source ON edges (source_id) WHERE state = 'following'`);
    // complete_from: the oldest entry from which this cell holds everything of the source; '~' before the first backfill.
    sql.exec(`CREATE TABLE sources (
      source_id TEXT PRIMARY KEY, complete_from TEXT NOT NULL DEFAULT '~',
      mode TEXT NOT NULL DEFAULT 'push', mode_version INTEGER NOT NULL DEFAULT -1) WITHOUT ROWID`);
    // present = 0 is a tombstone: it keeps a late delivery of an older revision out.
    sql.exec(`CREATE TABLE entries (
      source_id TEXT NOT NULL, entry_id TEXT NOT NULL, post_id TEXT NOT NULL, revision INTEGER NOT NULL, present INTEGER NOT NULL,
      PRIMARY KEY (source_id, entry_id)) WITHOUT ROWID`);
    sql.exec(`CREATE TABLE relations (
      user_id TEXT NOT NULL, other_id TEXT NOT NULL,
      blocking INTEGER NOT NULL DEFAULT 0, blocking_version INTEGER NOT NULL DEFAULT 0,
      blocked_by INTEGER NOT NULL DEFAULT 0, blocked_by_version INTEGER NOT NULL DEFAULT 0,
      muting INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (user_id, other_id)) WITHOUT ROWID`);
    sql.exec(`CREATE TABLE likes (
      user_id TEXT NOT NULL, post_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (user_id, post_id)) WITHOUT ROWID`);
    sql.exec(`CREATE TABLE saves (
      user_id TEXT NOT NULL, post_id TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (user_id, post_id)) WITHOUT ROWID`);
    sql.exec('CREATE INDEX saves_by_time ON saves (user_id, at, post_id)');
    // What this cell contributes to a post's likes. Reported while sequence > reported.
    sql.exec(`CREATE TABLE like_totals (
      post_id TEXT PRIMARY KEY, likes INTEGER NOT NULL, reported_likes INTEGER NOT NULL DEFAULT 0,
      sequence INTEGER NOT NULL, reported INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID`);
    sql.exec('CREATE INDEX like_totals_due ON like_totals (post_id) WHERE sequence > reported');
  },
  (sql) => {
    // Users who left: where they live now, or '' while they are being moved.
    sql.exec('CREATE TABLE departures (user_id TEXT PRIMARY KEY, cell_id TEXT NOT NULL) WITHOUT ROWID');
  },
  (sql) => {
    // How near a user is to an author: points as of `at`, which halve with time. The nearest authors of each user.
    sql.exec(`CREATE TABLE affinities (
      user_id TEXT NOT NULL, author_id TEXT NOT NULL, points REAL NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (user_id, author_id)) WITHOUT ROWID`);
    // The posts that a user saw last: 4 bytes of each post's fingerprint, oldest first.
    sql.exec('CREATE TABLE seen (user_id TEXT PRIMARY KEY, marks BLOB NOT NULL)');
  },
  (sql) => {
    // Of a repost: who wrote the post that it shows; '' of a post by its own source.
    sql.exec(`ALTER TABLE entries ADD COLUMN author_id TEXT NOT NULL DEFAULT ''`);
  },
  (sql) => {
    // A total for each lane that a post's likes were reported through: its row, or a shard of its counter.
    sql.exec(`CREATE TABLE like_lanes (
      post_id TEXT NOT NULL, lane TEXT NOT NULL, likes INTEGER NOT NULL, reported_likes INTEGER NOT NULL DEFAULT 0,
      sequence INTEGER NOT NULL, reported INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (post_id, lane)) WITHOUT ROWID`);
    sql.exec(`INSERT INTO like_lanes (post_id, lane, likes, reported_likes, sequence, reported)
      SELECT post_id, '', likes, reported_likes, sequence, reported FROM like_totals`);
    sql.exec('DROP TABLE like_totals');
    sql.exec('CREATE INDEX like_lanes_due ON like_lanes (post_id, lane) WHERE sequence > reported');
  },
  (sql) => {
    // Saved posts put together by their user. A post that is no longer saved leaves every collection.
    sql.exec(`CREATE TABLE collections (
      user_id TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, client_key TEXT, created_at INTEGER NOT NULL,
      PRIMARY KEY (user_id, id)) WITHOUT ROWID`);
    sql.exec(`CREATE TABLE collection_posts (
      user_id TEXT NOT NULL, collection_id TEXT NOT NULL, post_id TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (user_id, collection_id, post_id)) WITHOUT ROWID`);
    sql.exec('CREATE INDEX collection_posts_by_time ON collection_posts (user_id, collection_id, at, post_id)');
    sql.exec(`CREATE TRIGGER saves_delete AFTER DELETE ON saves BEGIN
      DELETE FROM collection_posts WHERE user_id = OLD.user_id AND post_id = OLD.post_id; END`);
    sql.exec(`CREATE TRIGGER collections_delete AFTER DELETE ON collections BEGIN
      DELETE FROM collection_posts WHERE user_id = OLD.user_id AND collection_id = OLD.id; END`);
  },
  (sql) => {
    // A mark that came or went raises its version. Above the reported one, the post's list of likers is still to hear of it;
    // a mark that went stays as a row, so that its next version is higher wherever its user lives by then.
    sql.exec('ALTER TABLE likes RENAME TO like_marks');
    sql.exec('ALTER TABLE like_marks ADD COLUMN liked INTEGER NOT NULL DEFAULT 1');
    sql.exec('ALTER TABLE like_marks ADD COLUMN version INTEGER NOT NULL DEFAULT 1');
    sql.exec('ALTER TABLE like_marks ADD COLUMN reported INTEGER NOT NULL DEFAULT 0');
    sql.exec('CREATE INDEX like_marks_due ON like_marks (post_id) WHERE version > reported');
    sql.exec('CREATE VIEW likes AS SELECT user_id, post_id, at FROM like_marks WHERE liked');
  },
  (sql) => {
    // The allowed attempts at limited actions: their times, packed, oldest first; those that left the window go with the next.
    sql.exec(`CREATE TABLE attempts (
      user_id TEXT NOT NULL, action TEXT NOT NULL, times BLOB NOT NULL, PRIMARY KEY (user_id, action)) WITHOUT ROWID`);
  },
  (sql) => {
    // The move by which a user leaves or left, and the last one that brought them here: an older one asks in vain.
    sql.exec(`ALTER TABLE departures ADD COLUMN move_id TEXT NOT NULL DEFAULT ''`);
    sql.exec(`CREATE TABLE arrivals (
      user_id TEXT PRIMARY KEY, move_id TEXT NOT NULL, arrived INTEGER NOT NULL) WITHOUT ROWID`);
  },
  (sql) => {
    // Attempts lie in slots of three numbers, as JSON; see `takeSlottedAttempt`. Each time that was kept is a slot.
    const logs = sql.exec<{ user_id: string; action: string; times: ArrayBuffer }>('SELECT * FROM attempts').toArray();
    sql.exec('DROP TABLE attempts');
    sql.exec(`CREATE TABLE attempts (
      user_id TEXT NOT NULL, action TEXT NOT NULL, slots TEXT NOT NULL, PRIMARY KEY (user_id, action)) WITHOUT ROWID`);
    for (const { user_id, action, times } of logs) {
      const slots = Array.from(new Float64Array(times)).flatMap((at) => [at, at, 1]);
      sql.exec('INSERT INTO attempts VALUES (?, ?, ?)', user_id, action, JSON.stringify(slots));
    }
  },
];
