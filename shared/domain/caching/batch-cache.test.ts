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

  it('drops what changed by its value, and keeps nothing that was being read meanwhile', async () => {
    const { cache, loads } = counted();
    await cache.getMany(['a', 'b'], context(0));
    const reading = cache.getMany(['c'], context(1));
    cache.forgetWhere((value) => value.startsWith('a'));
    await reading;
    await cache.getMany(['a', 'b', 'c'], context(2));
    expect(loads).toEqual([['a', 'b'], ['c'], ['a', 'c']]);
  });

  it('loads for whoever waits when the request that began a load is gone', { timeout: 15_000 }, async () => {
    const lost = Promise.withResolvers<Map<string, string>>();
    let loads = 0;
    const cache = new BatchCache<string>({
      load: (ids) => {
        loads += 1;
        return loads === 1 ? lost.promise : Promise.resolve(new Map(ids.map((id) => [id, 'found'])));
      },
      freshMs: 100,
      staleMs: 0,
      max: 10,
    });
    void cache.getMany(['a'], context(0));
    const reads = await Promise.all(Array.from({ length: 20 }, () => cache.getMany(['a'], context(1))));
    expect(reads.every((found) => found.get('a') === 'found')).toBe(true);
    expect(loads).toBe(2);
  });

  it('tells a failure to everybody who waits for it', async () => {
    let loads = 0;
    const cache = new BatchCache<string>({
      load: async () => {
        loads += 1;
        throw new Error('database away');
      },
      freshMs: 100,
      staleMs: 0,
      max: 10,
    });
    const reads = await Promise.allSettled(Array.from({ length: 3 }, () => cache.getMany(['a'], context(0))));
    expect(reads.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(loads).toBe(1);
  });

  it('gathers what several requests miss at once into one load', async () => {
    const { cache, loads } = counted();
    const [first, second] = await Promise.all([
      cache.getMany(['a', 'b'], context(0)),
      cache.getMany(['b', 'c'], context(0)),
    ]);
    expect([...first.keys()]).toEqual(['a', 'b']);
    expect([...second.keys()].toSorted()).toEqual(['b', 'c']);
    expect(loads).toEqual([['a', 'b', 'c']]);
  });

  it('answers fresh reads from no load that began before them, and those that wait meanwhile from one', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let value = 'before';
    let loads = 0;
    const cache = new BatchCache<string>({
      load: async (ids) => {
        loads += 1;
        const read = value;
        if (loads === 1) await promise;
        return new Map(ids.map((id) => [id, read]));
      },
      freshMs: 100,
      staleMs: 0,
      max: 10,
    });
    const early = cache.reload(['a'], context(0));
    await Promise.resolve();
    value = 'after';
    const late = Array.from({ length: 200 }, (_, n) => cache.reload(['a'], context(1 + n)));
    resolve();
    expect((await early).get('a')).toBe('before');
    for (const found of await Promise.all(late)) expect(found.get('a')).toBe('after');
    expect(loads).toBe(2);
    expect(cache.counts).toEqual({ hits: 0, stale: 0, misses: 2, collapsed: 199 });
    // Read after the last of them had come, so it is that young.
    expect(cache.find('a', 299)).toBe('after');
  });

  it('reads again at last what is needed fresh while a load before it hangs', async () => {
    let loads = 0;
    const cache = new BatchCache<string>({
      load: (ids) => {
        loads += 1;
        return loads === 1 ? new Promise(() => undefined) : Promise.resolve(new Map(ids.map((id) => [id, 'found'])));
      },
      freshMs: 100,
      staleMs: 0,
      max: 10,
    });
    void cache.reload(['a'], context(0));
    await Promise.resolve();
    expect((await cache.reload(['a'], context(1))).get('a')).toBe('found');
  });

  it('keeps what was read last, whichever load ends last', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cache = new BatchCache<string>({
      load: async (ids, fresh) => {
        if (!fresh) await promise;
        return new Map(ids.map((id) => [id, fresh ? 'after' : 'before']));
      },
      freshMs: 100,
      staleMs: 0,
      max: 10,
    });
    const early = cache.getMany(['a'], context(0));
    await cache.reload(['a'], context(1));
    resolve();
    await early;
    expect(cache.find('a', 2)).toBe('after');
  });

  it('does not keep what was being read when it changed', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let value = 'before';
    const cache = new BatchCache<string>({
      load: async (ids) => {
        const read = value;
        await promise;
        return new Map(ids.map((id) => [id, read]));
      },
      freshMs: 100,
      staleMs: 0,
      max: 10,
    });
    const early = cache.getMany(['a'], context(0));
    value = 'after';
    cache.forget('a');
    const late = cache.getMany(['a'], context(1));
    resolve();
    await early;
    expect((await late).get('a')).toBe('after');
    expect((await cache.getMany(['a'], context(2))).get('a')).toBe('after');
  });

  it('takes values that came along, unless a later one is held', async () => {
    const { cache, loads } = counted();
    cache.offer('a', 'along', 10);
    expect((await cache.getMany(['a'], context(20))).get('a')).toBe('along');
    cache.offer('a', 'earlier', 5);
    expect((await cache.getMany(['a'], context(20))).get('a')).toBe('along');
    cache.offer('a', 'later', 50);
    expect((await cache.getMany(['a'], context(60))).get('a')).toBe('later');
    expect(loads).toEqual([]);
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

  it('lets go of what was read longest ago, not of what is read again and again', async () => {
    const loads: string[][] = [];
    const cache = new BatchCache<string>({
      load: async (ids) => {
        loads.push(ids);
        return new Map(ids.map((id) => [id, id]));
      },
      freshMs: 100,
      staleMs: 0,
      max: 2,
      isSame: (a, b) => a === b,
    });
    await cache.getMany(['a'], context(0));
    await cache.getMany(['b'], context(50));
    await cache.getMany(['a'], context(120));
    await cache.getMany(['c'], context(130));
    await cache.getMany(['a'], context(140));
    expect(loads).toEqual([['a'], ['b'], ['a'], ['c']]);
  });
});
