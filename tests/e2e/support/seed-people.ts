import { signToken } from '../../../bench/load/sign-token.ts';
import { openLocalDatabases } from '../../../scripts/product/open-local-databases.ts';
import { databases } from '../../../scripts/product/wrangler-config.ts';
import { users } from '../../../shared/db/schema/index.ts';
import { encodeSnowflake, LOGICAL_SHARDS, shardOfId } from '../../../shared/ids/index.ts';
import { bulkInsertRows } from './bulk-insert-rows.ts';

/** What `wrangler.toml` signs with on a laptop. */
const SIGNER = { keyId: 'local', secret: 'rimlight-local-signing-key-not-for-production', issuer: 'rimlight' };
/** Odd, so that neighbours are in different databases. */
const SPREAD = 2_467;

export type SeededPerson = { id: string; token: string };

/** Accounts written straight into the databases of a product that does not run, `perCell` of them in a cell: signing up takes a while each. */
export async function seedPeople(state: string, count: number, perCell: number): Promise<SeededPerson[]> {
  const now = Date.now();
  const people = Array.from({ length: count }, (_, i) => ({
    id: encodeSnowflake({ time: now + i, shard: (i * SPREAD) % LOGICAL_SHARDS, sequence: 0 }),
    username: `seeded${i}`,
    email: `seeded${i}@example.com`,
    passwordHash: 'nobody logs in',
    cellId: `weur-${1 + Math.floor(i / perCell)}`,
    createdAt: now,
    updatedAt: now,
  }));
  const miniflare = openLocalDatabases(state);
  try {
    // The shard map of `wrangler.toml`: equal ranges, in the order of the databases.
    const databaseOf = (id: string) => databases[Math.floor((shardOfId(id) * databases.length) / LOGICAL_SHARDS)];
    for (const [database, rows] of Map.groupBy(people, ({ id }) => databaseOf(id))) {
      const d1 = await miniflare.getD1Database(database?.binding ?? '');
      await bulkInsertRows((sql, json) => d1.prepare(sql).bind(json).run(), users, rows);
    }
  } finally {
    await miniflare.dispose();
  }
  return people.map(({ id, cellId }) => ({ id, token: signToken(SIGNER, id, { cell: cellId, sid: id }) }));
}
