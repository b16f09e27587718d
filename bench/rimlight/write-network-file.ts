import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { edgesOf, type Network } from '../graph/network.ts';
import type { Placement } from './place-people.ts';

/** People go by their index, `at`. Posts and media are in the shard of theirs; `post_id` is null of a photo to be posted yet. */
const TABLES = `
  CREATE TABLE people (
    at INTEGER PRIMARY KEY, id TEXT, shard INTEGER, cell TEXT, username TEXT, full_name TEXT, joined_at INTEGER);
  CREATE TABLE follows (follower INTEGER, followee INTEGER, PRIMARY KEY (follower, followee)) WITHOUT ROWID;
  CREATE TABLE posts (author INTEGER, id TEXT, caption TEXT, created_at INTEGER, PRIMARY KEY (author, id)) WITHOUT ROWID;
  CREATE TABLE hashtags (author INTEGER, post_id TEXT, tag TEXT, PRIMARY KEY (author, post_id, tag)) WITHOUT ROWID;
  CREATE TABLE media (
    owner INTEGER, id TEXT, post_id TEXT, width INTEGER, height INTEGER, blurhash TEXT, created_at INTEGER,
    PRIMARY KEY (owner, id)) WITHOUT ROWID`;

const INDEXES = `
  CREATE INDEX people_by_id ON people (id);
  CREATE INDEX people_by_cell ON people (cell);
  CREATE INDEX follows_by_followee ON follows (followee, follower)`;

/** Writes the network into a SQLite file of its own, from which shards and cells take theirs by statements over whole sets. */
export function writeNetworkFile(file: string, network: Network, placement: Placement): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; ${TABLES}; BEGIN`);
    for (const [table, rows] of Object.entries(tablesOf(network, placement))) {
      const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(table);
      const insert = database.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
      for (const row of rows) insert.run(...row);
    }
    database.exec(`COMMIT; ${INDEXES}`);
  } finally {
    database.close();
  }
}

type Rows = Generator<SQLInputValue[]>;

function tablesOf(network: Network, placement: Placement): Record<string, Rows> {
  return {
    people: peopleRows(network, placement),
    follows: edgesOf(network),
    posts: postRows(network),
    hashtags: hashtagRows(network),
    media: mediaRows(network),
  };
}

function* peopleRows({ people }: Network, placement: Placement): Rows {
  for (const { index, id, shard, username, fullName, joinedAt } of people) {
    yield [index, id, shard, placement.cellOf(index), username, fullName, joinedAt];
  }
}

function* postRows({ posts }: Network): Rows {
  for (const { author, id, caption, createdAt } of posts) yield [author, id, caption, createdAt];
}

function* hashtagRows({ posts }: Network): Rows {
  for (const { author, id, hashtags } of posts) for (const tag of hashtags) yield [author, id, tag];
}

function* mediaRows({ posts, spareMedia }: Network): Rows {
  for (const { author, mediaId, id, width, height, blurhash, createdAt } of posts) {
    yield [author, mediaId, id, width, height, blurhash, createdAt];
  }
  const [pattern] = posts;
  if (!pattern) return;
  const { width, height, blurhash, createdAt } = pattern;
  for (const { author, ids } of spareMedia) {
    for (const id of ids) yield [author, id, null, width, height, blurhash, createdAt];
  }
}
