import { and, eq, sql } from 'drizzle-orm';
import { bandsOf, type HashBand, hashDistance, MAX_HASH_DISTANCE, probesOf } from '../../domain/media/hash-bands.ts';
import { hashBands } from '../schema/index.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';

export type IndexedHash = { kind: 'media' | 'listed'; ref: string; hash: string; ownerId: string | null };
export type SimilarHash = IndexedHash & { distance: number };

/** Puts a hash into the index; doing it twice changes nothing. */
export async function indexHash(shards: ShardRouter, entry: IndexedHash): Promise<void> {
  await Promise.all(
    bandsOf(entry.hash).map(({ band, value }) =>
      shards
        .forHashBand(band, value)
        .db.insert(hashBands)
        .values({ band, value, ...entry })
        .onConflictDoNothing(),
    ),
  );
}

/** Takes a hash out of the index. */
export async function dropHash(
  shards: ShardRouter,
  { kind, ref, hash }: Pick<IndexedHash, 'kind' | 'ref' | 'hash'>,
): Promise<void> {
  await Promise.all(
    bandsOf(hash).map(({ band, value }) =>
      shards
        .forHashBand(band, value)
        .db.delete(hashBands)
        .where(
          and(eq(hashBands.band, band), eq(hashBands.value, value), eq(hashBands.kind, kind), eq(hashBands.ref, ref)),
        ),
    ),
  );
}

/** Every indexed hash of a kind within `MAX_HASH_DISTANCE` bits, the nearest first: one query a database, by primary key. */
export async function findSimilarHashes(
  shards: ShardRouter,
  hash: string,
  { kind, ownerId = null }: Pick<IndexedHash, 'kind'> & { ownerId?: string | null },
): Promise<SimilarHash[]> {
  const lists = await Promise.all(
    [...groupProbes(shards, hash)].map(([shard, probes]) =>
      shard.db.all<IndexedHash>(sql`
        SELECT DISTINCT b.kind, b.ref, b.hash, b.owner_id AS ownerId
        FROM json_each(${JSON.stringify(probes)}) AS p
        JOIN hash_bands AS b ON b.band = p.value ->> 'band' AND b.value = p.value ->> 'value'
        WHERE b.kind = ${kind} AND (${ownerId} IS NULL OR b.owner_id = ${ownerId})`),
    ),
  );
  const found = new Map(lists.flat().map((entry) => [entry.ref, entry]));
  return [...found.values()]
    .map((entry) => ({ ...entry, distance: hashDistance(hash, entry.hash) }))
    .filter(({ distance }) => distance <= MAX_HASH_DISTANCE)
    .sort((a, b) => a.distance - b.distance);
}

function groupProbes(shards: ShardRouter, hash: string): Map<Shard, HashBand[]> {
  const groups = new Map<Shard, HashBand[]>();
  for (const probe of probesOf(hash)) {
    const shard = shards.forHashBand(probe.band, probe.value);
    const group = groups.get(shard);
    if (group) group.push(probe);
    else groups.set(shard, [probe]);
  }
  return groups;
}
