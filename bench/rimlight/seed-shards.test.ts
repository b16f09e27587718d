import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { databases } from '../../scripts/product/wrangler-config.ts';
import { buildNetwork } from '../graph/build-network.ts';
import { edgesOf } from '../graph/network.ts';
import { Placement } from './place-people.ts';
import { databaseFile, seedShards } from './seed-shards.ts';
import { writeNetworkFile } from './write-network-file.ts';

const SHARD_MAP = '0-2047:SHARD_0,2048-4095:SHARD_1,4096-6143:SHARD_2,6144-8191:SHARD_3';
const CAPACITY = 1_000;
const NOW = Date.UTC(2026, 10, 21);

const whole = buildNetwork({ active: 50, million: false }, NOW);
/** Without its largest audiences, which take long and show nothing more. */
const network = { ...whole, known: { ...whole.known, thousand: [], tenThousand: [] } };
const edges = [...edgesOf(network)].length;
const state = mkdtempSync(join(tmpdir(), 'rimlight-seeding-'));

beforeAll(() => {
  for (const { id, migrations } of databases) makeShard(databaseFile(state, id), migrations);
  const networkFile = join(state, 'network.sqlite');
  writeNetworkFile(networkFile, network, new Placement(network, CAPACITY));
  seedShards(state, SHARD_MAP, networkFile);
});

afterAll(() => rmSync(state, { recursive: true, force: true }));

it('writes every person, edge, post and photo once', () => {
  const spare = network.spareMedia.reduce((sum, { ids }) => sum + ids.length, 0);
  expect(sumOf('SELECT count(*) AS n FROM users')).toBe(network.people.length);
  expect(sumOf('SELECT count(*) AS n FROM follows')).toBe(edges);
  expect(sumOf('SELECT count(*) AS n FROM followers')).toBe(edges);
  expect(sumOf('SELECT count(*) AS n FROM posts')).toBe(network.posts.length);
  expect(sumOf('SELECT count(*) AS n FROM post_hashtags')).toBe(2 * network.posts.length);
  expect(sumOf('SELECT count(*) AS n FROM media WHERE attached')).toBe(network.posts.length);
  expect(sumOf('SELECT count(*) AS n FROM media WHERE NOT attached')).toBe(spare);
});

it('leaves counts and audiences as triggers would have made them in service', () => {
  expect(sumOf('SELECT sum(follower_count) AS n FROM users')).toBe(edges);
  expect(sumOf('SELECT sum(following_count) AS n FROM users')).toBe(edges);
  expect(sumOf('SELECT sum(post_count) AS n FROM users')).toBe(network.posts.length);
  expect(sumOf('SELECT sum(followers) AS n FROM audience_cells')).toBe(edges);
  expect(sumOf('SELECT sum(cells) AS n FROM sources')).toBe(sumOf('SELECT count(*) AS n FROM audience_cells'));
});

function makeShard(file: string, migrations: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec('PRAGMA synchronous = OFF');
  for (const name of readdirSync(migrations).sort()) {
    if (name.endsWith('.sql')) database.exec(readFileSync(join(migrations, name), 'utf8'));
  }
  database.close();
}

/** Over all shards. */
function sumOf(query: string): number {
  return databases.reduce((sum, { id }) => {
    const database = new DatabaseSync(databaseFile(state, id), { readOnly: true });
    const { n } = database.prepare(query).get() ?? {};
    database.close();
    return sum + Number(n);
  }, 0);
}
