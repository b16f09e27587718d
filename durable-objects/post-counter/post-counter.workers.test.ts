import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { aWorld } from '../../tests/support/a-world.ts';
import { refuseReports } from '../../tests/support/refuse-reports.ts';
import type { PostCounter } from './post-counter.ts';

const counters = env.POST_COUNTER as unknown as DurableObjectNamespace<PostCounter>;
const WINDOW_MS = 10_000;
/** The beginning of a window of heat. */
const T = 1_000 * WINDOW_MS;
/** A post's row counts a like within ten seconds, of which its cell takes up to 1.25 to report it. */
const BEHIND_MS = 10_000 - 1_250;

async function aCounter() {
  const { author, publish, likeCount } = aWorld();
  const postId = await publish(author());
  const counter = (name: string) => counters.get(counters.idFromName(name));
  return { postId, likeCount, root: counter(postId), shard: (n: number) => counter(`${postId}/${n}`) };
}

describe('the counter of a hot post', () => {
  it('grows by every step with the rate of reports, and shrinks to nothing when the post cools', async () => {
    const { root } = await aCounter();
    let sequence = 0;
    const shardsAt = async (now: number, calls: number) => {
      sequence += 1;
      return (await root.report({ reporter: 'weur-1', likes: 0, sequence }, calls, now)).shards;
    };
    // The running window's reports: 19, 20, 500, 2,000, 8,000, 32,000 and more, by ten seconds.
    expect(await shardsAt(T, 19)).toBe(0);
    expect(await shardsAt(T + 1, 1)).toBe(1);
    expect(await shardsAt(T + 2, 480)).toBe(1);
    expect(await shardsAt(T + 3, 1_500)).toBe(4);
    expect(await shardsAt(T + 4, 6_000)).toBe(16);
    expect(await shardsAt(T + 5, 24_000)).toBe(64);
    expect(await shardsAt(T + 6, 1)).toBe(100);
    expect(await shardsAt(T + WINDOW_MS, 700)).toBe(100);
    expect(await shardsAt(T + 2 * WINDOW_MS, 30)).toBe(4);
    expect(await shardsAt(T + 3 * WINDOW_MS, 1)).toBe(1);
    expect(await shardsAt(T + 4 * WINDOW_MS, 1)).toBe(0);
  });

  it('tells its shards how many there are when they pass their sum on', async () => {
    const { root, shard, postId, likeCount } = await aCounter();
    await root.report({ reporter: 'weur-1', likes: 1, sequence: 1 }, 9_000);
    const third = shard(3);
    expect(await third.report({ reporter: 'weur-2', likes: 2, sequence: 1 })).toEqual({
      shards: 1,
      sequence: 1,
      placed: null,
    });
    await runDurableObjectAlarm(third);
    expect(await third.report({ reporter: 'weur-3', likes: 4, sequence: 1 })).toEqual({
      shards: 64,
      sequence: 2,
      placed: { sequence: 1, counter: 2 },
    });
    // A root that lost its memory, as one that cooled, sends all of them back to the row.
    await evictDurableObject(root);
    await runDurableObjectAlarm(third);
    expect(await third.report({ reporter: 'weur-4', likes: 8, sequence: 1 })).toMatchObject({ shards: 0 });
    await runDurableObjectAlarm(third);
    await runDurableObjectAlarm(root);
    expect(await likeCount(postId)).toBe(15);
  });

  it("is in the post's row in time, also when the row could not be written at first", async () => {
    const { root, shard, postId, likeCount } = await aCounter();
    const accept = await refuseReports(postId);
    const reportedAt = Date.now();
    await shard(1).report({ reporter: 'weur-1', likes: 2, sequence: 1 });
    const alarm = () => runInDurableObject(root, (_root, { storage }) => storage.getAlarm());
    await expect.poll(alarm).not.toBeNull();
    const first = await alarm();
    // It was tried, and refused, once the next try has its time.
    await expect.poll(async () => [null, first].includes(await alarm())).toBe(false);
    expect(await likeCount(postId)).toBe(0);
    await accept();
    await expect.poll(() => likeCount(postId)).toBe(2);
    expect(Date.now() - reportedAt).toBeLessThan(BEHIND_MS);
  });
});
