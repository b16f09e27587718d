import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { RateLimiter } from './rate-limiter.ts';

const PARALLEL = 200;
const LIMIT = 37;
const HOUR = 3_600_000;
/** Longer than the write-behind waits. */
const PATIENCE_MS = 10_000;

function aLimiter() {
  const namespace = env.RATE_LIMITER as unknown as DurableObjectNamespace<RateLimiter>;
  return namespace.get(namespace.newUniqueId());
}

const countRows = (limiter: DurableObjectStub<RateLimiter>) =>
  runInDurableObject(limiter, (_, { storage }) => {
    const tables = storage.sql.exec("SELECT 1 FROM sqlite_master WHERE name = 'attempts'").toArray();
    return tables.length === 0 ? null : storage.sql.exec<{ n: number }>('SELECT count(*) AS n FROM attempts').one().n;
  });

describe('a rate limiter', () => {
  it(`lets exactly the limit of ${PARALLEL} parallel attempts pass`, async () => {
    const limiter = aLimiter();
    const now = Date.now();
    const verdicts = await Promise.all(Array.from({ length: PARALLEL }, () => limiter.take('like', LIMIT, HOUR, now)));
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(LIMIT);
    expect(await countRows(limiter)).toBe(LIMIT);
  });

  it('counts each action alone', async () => {
    const limiter = aLimiter();
    const now = Date.now();
    expect((await limiter.take('post', 1, HOUR, now)).allowed).toBe(true);
    expect((await limiter.take('post', 1, HOUR, now)).allowed).toBe(false);
    expect((await limiter.take('follow', 1, HOUR, now)).allowed).toBe(true);
  });

  it('remembers across an eviction', async () => {
    const limiter = aLimiter();
    const now = Date.now();
    for (let i = 0; i < 3; i++) await limiter.take('post', 3, HOUR, now + i);
    await evictDurableObject(limiter);
    expect(await limiter.take('post', 3, HOUR, now + 10)).toEqual({ allowed: false, remaining: 0, resetMs: HOUR - 10 });
  });

  it('writes one row an attempt, and none for one that is refused', async () => {
    const limiter = aLimiter();
    const now = Date.now();
    await limiter.take('like', 2, HOUR, now);
    const written = await runInDurableObject(limiter, async (instance, { storage }) => {
      const before = storage.sql.exec('SELECT total_changes() AS n').one().n as number;
      await instance.take('like', 2, HOUR, now);
      await instance.take('like', 2, HOUR, now);
      return (storage.sql.exec('SELECT total_changes() AS n').one().n as number) - before;
    });
    expect(written).toBe(1);
  });
});

describe('a rate limiter of a large limit', () => {
  const MANY = 1_000;

  it(`lets exactly the limit of ${MANY + PARALLEL} parallel attempts pass, and writes them behind`, async () => {
    const limiter = aLimiter();
    const now = Date.now();
    const verdicts = await Promise.all(
      Array.from({ length: MANY + PARALLEL }, () => limiter.take('like', MANY, HOUR, now)),
    );
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(MANY);
    await expect.poll(() => countRows(limiter), { timeout: PATIENCE_MS }).toBe(MANY);
    await evictDurableObject(limiter);
    expect((await limiter.take('like', MANY, HOUR, now)).allowed).toBe(false);
  });

  it('writes what waits together with an attempt that does not', async () => {
    const limiter = aLimiter();
    const now = Date.now();
    await limiter.take('like', MANY, HOUR, now);
    expect(await countRows(limiter)).toBe(0);
    await limiter.take('post', 10, HOUR, now);
    expect(await countRows(limiter)).toBe(2);
  });
});

describe("a rate limiter's alarm", () => {
  const alarmOf = (limiter: DurableObjectStub<RateLimiter>) =>
    runInDurableObject(limiter, (_, { storage }) => storage.getAlarm());

  it('is set for the end of the window and stays there', async () => {
    const limiter = aLimiter();
    const now = Date.now();
    await limiter.take('like', 10, HOUR, now);
    await limiter.take('like', 10, HOUR, now + 5_000);
    expect(await alarmOf(limiter)).toBe(now + HOUR);
  });

  it('forgets what is over, keeps the rest, and comes back when that is over', async () => {
    const limiter = aLimiter();
    const now = Date.now();
    await limiter.take('like', 10, HOUR, now);
    await limiter.take('post', 10, 2 * HOUR, now);
    await limiter.take('follow', 10, HOUR, now - 2 * HOUR);
    for (const _run of ['first', 'repeated']) {
      expect(await runDurableObjectAlarm(limiter)).toBe(true);
      expect(await countRows(limiter)).toBe(2);
      expect(await alarmOf(limiter)).toBe(now + 2 * HOUR);
    }
  });

  it('gives the storage back when nothing is left, and counting goes on', async () => {
    const limiter = aLimiter();
    // Its alarm is due at once.
    await limiter.take('like', 10, HOUR, Date.now() - 2 * HOUR);
    await expect.poll(() => countRows(limiter)).toBe(null);
    expect(await runDurableObjectAlarm(limiter)).toBe(false);
    expect(await limiter.take('like', 10, HOUR, Date.now())).toMatchObject({ allowed: true, remaining: 9 });
    expect(await alarmOf(limiter)).not.toBe(null);
  });

  it('survives an eviction', async () => {
    const limiter = aLimiter();
    const now = Date.now();
    await limiter.take('like', 10, HOUR, now);
    await limiter.take('follow', 10, HOUR, now - 2 * HOUR);
    await evictDurableObject(limiter);
    expect(await runDurableObjectAlarm(limiter)).toBe(true);
    expect(await countRows(limiter)).toBe(1);
    await evictDurableObject(limiter);
    expect(await limiter.take('like', 2, HOUR, now)).toMatchObject({ allowed: true, remaining: 0 });
  });
});
