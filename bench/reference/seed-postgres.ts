import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { edgesOf, type Network } from '../graph/network.ts';
import { postgresOptions } from './start-databases.ts';

type Cell = string | number | boolean | null;

const LINES_A_CHUNK = 5_000;

/** Loads the network by COPY from files in `folder`, then builds the indexes. */
export async function seedPostgres(network: Network, socketFolder: string, folder: string): Promise<void> {
  const client = new pg.Client(postgresOptions({ postgres: socketFolder }));
  await client.connect();
  const read = (name: string) => readFile(new URL(name, import.meta.url), 'utf8');
  try {
    await client.query(await read('./schema.sql'));
    for (const [table, rows] of Object.entries(tablesOf(network))) {
      const path = join(folder, `${table}.tsv`);
      await pipeline(Readable.from(linesOf(rows.values)), createWriteStream(path, { mode: 0o644 }));
      await client.query(`COPY ${table} (${rows.columns}) FROM '${path}'`);
    }
    await client.query(await read('./indexes.sql'));
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

function tablesOf(network: Network): Record<string, { columns: string; values: Iterable<Cell[]> }> {
  const idOf = (index: number) => network.people[index]?.id ?? '';
  return {
    users: {
      columns: 'id, username, full_name, created_at',
      values: network.people.map((person) => [
        person.id,
        person.username,
        person.fullName,
        new Date(person.joinedAt).toISOString(),
      ]),
    },
    follows: { columns: 'follower_id, followee_id', values: followRows(network, idOf) },
    posts: {
      columns: 'id, author_id, caption, hashtags, created_at',
      values: network.posts.map((post) => [
        post.id,
        idOf(post.author),
        post.caption,
        `{${post.hashtags.join(',')}}`,
        new Date(post.createdAt).toISOString(),
      ]),
    },
    media: {
      columns: 'id, owner_id, post_id, position, status, width, height, blurhash',
      values: mediaRows(network, idOf),
    },
  };
}

function* followRows(network: Network, idOf: (index: number) => string): Generator<Cell[]> {
  for (const [follower, followee] of edgesOf(network)) yield [idOf(follower), idOf(followee)];
}

function* mediaRows(network: Network, idOf: (index: number) => string): Generator<Cell[]> {
  for (const post of network.posts) {
    yield [post.mediaId, idOf(post.author), post.id, 0, 'ready', post.width, post.height, post.blurhash];
  }
  for (const { author, ids } of network.spareMedia) {
    for (const id of ids) yield [id, idOf(author), null, null, 'ready', 4032, 3024, 'LEHV6nWB2yk8pyo0adR*.7kCMdnj'];
  }
}

function* linesOf(rows: Iterable<Cell[]>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(row.map((cell) => (cell === null ? '\\N' : String(cell).replaceAll('\\', '\\\\'))).join('\t'));
    if (lines.length === LINES_A_CHUNK) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}
