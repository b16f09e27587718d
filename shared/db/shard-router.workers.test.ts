import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../config/index.ts';
import { createIdGenerator, LOGICAL_SHARDS, shardOfId } from '../ids/index.ts';
import { parseShardMap } from './shard-map.ts';
import { ShardRouter } from './shard-router.ts';

const vars = { ...env } as Record<string, unknown>;
const { SHARD_MAP } = parseConfig(vars);
const ranges = parseShardMap(SHARD_MAP);
const router = new ShardRouter(vars, SHARD_MAP);
const ids = createIdGenerator();
const anId = fc.nat(LOGICAL_SHARDS - 1).map((shard) => ids.next(shard, Date.now()));

const ownerOf = (id: string) =>
  ranges.find(({ first, last }) => first <= shardOfId(id) && shardOfId(id) <= last)?.binding;

describe('the shard router', () => {
  it('finds the database of every logical shard', () => {
    for (let shard = 0; shard < LOGICAL_SHARDS; shard++) {
      const id = ids.next(shard, Date.now());
      expect(router.forId(id).name).toBe(ownerOf(id));
    }
  });

  it('groups ids by database, and loses and repeats none', () => {
    fc.assert(
      fc.property(fc.array(anId, { maxLength: 60 }), (list) => {
        const groups = router.group(list);
        expect([...groups.values()].flat().sort()).toEqual(list.toSorted());
        for (const [shard, group] of groups) for (const id of group) expect(ownerOf(id)).toBe(shard.name);
      }),
    );
  });

  it('finds the same database for a handle each time, and spreads handles over all', () => {
    const names = Array.from({ length: 4_000 }, (_, i) => `person.${i}`);
    const counts = new Map<string, number>();
    for (const name of names) {
      const shard = router.forHandle('username', name);
      expect(router.forHandle('username', name)).toBe(shard);
      counts.set(shard.name, (counts.get(shard.name) ?? 0) + 1);
    }
    const fair = names.length / router.all().length;
    for (const { name } of router.all()) {
      expect(counts.get(name)).toBeGreaterThan(fair * 0.8);
      expect(counts.get(name)).toBeLessThan(fair * 1.2);
    }
  });

  it('names each database once', () => {
    expect(router.all().map(({ name }) => name)).toEqual([...new Set(ranges.map(({ binding }) => binding))]);
    const one = new ShardRouter(vars, '0-99:SHARD_1,100-4095:SHARD_0,4096-8191:SHARD_1');
    expect(one.all().map(({ name }) => name)).toEqual(['SHARD_1', 'SHARD_0']);
  });

  it('refuses what is not an id, and a database that is not bound', () => {
    for (const text of ['', 'mira', '0', 'g000000000000']) expect(() => router.forId(text)).toThrow(RangeError);
    expect(() => new ShardRouter(vars, '0-8191:SHARD_9')).toThrow('SHARD_9');
  });
});
