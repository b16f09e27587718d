import { describe, expect, it } from 'vitest';
import { BatchCache } from './batch-cache.ts';

const context = (now: number) => ({ now, waitUntil: () => undefined });

function counted(max = 100) {
  const loads: string[][] = [];
  let version = 0;
  const cache = new BatchCache<string>({
    load: async (ids) => {
      loads.push(ids);
      version += 1;
      return new Map(ids.filter((id) => !id.startsWith('absent')).map((id) => [id, `${id}@${version}`]));
    },
    freshMs: 100,
    staleMs: 100,
    max,
  });
  return { cache, loads };
}

describe('BatchCache', () => {
  it('collapses 200 concurrent cold reads into one load', async () => {
    const { cache, loads } = counted();
    const reads = await Promise.all(Array.from({ length: 200 }, () => cache.getMany(['a'], context(0))));
    expect(loads).toEqual([['a']]);
    expect(reads.every((found) => found.get('a') === 'a@1')).toBe(true);
    expect(cache.counts).toEqual({ hits: 0, stale: 0, misses: 1, collapsed: 199 });
  });

  it('loads only what is missing, and leaves out what does not exist', async () => {
    const { cache, loads } = counted();
    await cache.getMany(['a'], context(0));
    const found = await cache.getMany(['a', 'b', 'absent'], context(1));
    expect([...found.keys()]).toEqual(['a', 'b']);
    expect(loads).toEqual([['a'], ['b', 'absent']]);
  });

  it('serves a stale value once more and fetches a new one behind it, then waits when it is too old', async () => {
    const { cache, loads } = counted();
    await cache.getMany(['a'], context(0));
    expect((await cache.getMany(['a'], context(150))).get('a')).toBe('a@1');
    await expect.poll(async () => (await cache.getMany(['a'], context(151))).get('a')).toBe('a@2');
    expect((await cache.getMany(['a'], context(1_000))).get('a')).toBe('a@3');
    expect(loads).toHaveLength(3);
  });

  it('does not keep a failure', async () => {
    let fail = true;
    const cache = new BatchCache<string>({
      load: async (ids) => {
        if (fail) throw new Error('database away');
        return new Map(ids.map((id) => [id, id]));
      },
      freshMs: 100,
      staleMs: 0,
      max: 10,
    });
    await expect(cache.getMany(['a'], context(0))).rejects.toThrow('database away');
    fail = false;
    expect((await cache.getMany(['a'], context(1))).get('a')).toBe('a');
  });

  it('holds at most its bound', async () => {
    const { cache, loads } = counted(2);
    await cache.getMany(['a'], context(0));
    await cache.getMany(['b'], context(0));
    await cache.getMany(['c'], context(0));
    await cache.getMany(['a'], context(1));
    expect(loads.at(-1)).toEqual(['a']);
  });
});
