import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostCounter } from '../../durable-objects/post-counter/post-counter.ts';
import type { CounterReport } from '../../durable-objects/post-counter/take-report.ts';
import { readTotal, takeReport } from '../../durable-objects/post-counter/take-report.ts';
import { servicesFor, type WorkerEnv } from '../../workers/services.ts';
import { aWorld } from '../support/a-world.ts';

// LIKE_HOT_REPORTS is 2 here (vitest.config.ts): a post is hot from its second report on.
const { stubs } = servicesFor(env as unknown as WorkerEnv);
const counters = env.POST_COUNTER as unknown as DurableObjectNamespace<PostCounter>;
const CELLS = 6;

describe('a storm of likes', () => {
  it('leaves exactly the people who like, counted and listed, through counters, evictions and repeated alarms', async () => {
    const world = aWorld();
    const author = world.author();
    const postId = await world.publish(author);
    const people = Array.from({ length: 60 }, (_, i) => ({
      id: world.author(),
      cell: stubs.cell(`apac-${1 + (i % CELLS)}`),
    }));
    const like = (person: (typeof people)[number], liked: boolean) =>
      person.cell.like({ userId: person.id, postId, authorId: author, authorIsPrivate: false }, liked, Date.now());
    const liking = new Set<string>();
    const random = fc.sample(fc.record({ who: fc.nat(people.length - 1), liked: fc.boolean(), after: fc.nat(9) }), 400);
    for (let start = 0; start < random.length; start += 40) {
      await Promise.all(
        [...Map.groupBy(random.slice(start, start + 40), ({ who }) => who).values()].map(async (steps) => {
          for (const { who, liked } of steps) {
            const person = people[who];
            if (!person) continue;
            await like(person, liked);
            if (liked) liking.add(person.id);
            else liking.delete(person.id);
          }
        }),
      );
      const unlucky = people[random[start]?.after ?? 0];
      if (!unlucky) continue;
      await runDurableObjectAlarm(unlucky.cell);
      await evictDurableObject(unlucky.cell);
      // A counter that nobody has reported to yet does not run; this report carries nothing new.
      const root = counters.get(counters.idFromName(postId));
      await root.report({ reporter: 'nobody', likes: 0, sequence: 1 });
      await evictDurableObject(root);
    }
    await expect.poll(() => world.likeCount(postId), { timeout: 20_000, interval: 200 }).toBe(liking.size);
    await expect.poll(() => world.likersOf(postId), { timeout: 20_000, interval: 200 }).toEqual([...liking].toSorted());
    const reporters = await runInDurableObject(counters.get(counters.idFromName(postId)), (_counter, { storage }) =>
      storage.sql.exec<{ n: number }>('SELECT count(*) AS n FROM reports').one(),
    );
    expect(reporters.n).toBeGreaterThan(0);
  }, 60_000);
});

describe('a counter', () => {
  it('sums the newest report of each reporter, whatever is repeated, lost or reordered', async () => {
    const report: fc.Arbitrary<CounterReport> = fc.record({
      reporter: fc.constantFrom('weur-1', 'weur-2', 'shard 3'),
      likes: fc.integer({ min: -5, max: 500 }),
      sequence: fc.integer({ min: 1, max: 8 }),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(report, { maxLength: 30 }), async (reports) => {
        run += 1;
        const counter = counters.get(counters.idFromName(`property ${run}/1`));
        const newest = new Map<string, CounterReport>();
        for (const made of reports) {
          if ((newest.get(made.reporter)?.sequence ?? 0) < made.sequence) newest.set(made.reporter, made);
        }
        const total = await runInDurableObject(counter, (_counter, { storage }) => {
          for (const made of reports) takeReport(storage.sql, made);
          return readTotal(storage.sql).likes;
        });
        expect(total).toBe([...newest.values()].reduce((sum, { likes }) => sum + likes, 0));
      }),
      { numRuns: 30 },
    );
  });

  it('grows shards with the rate of reports, tells the cells, and passes one number a shard to the root', async () => {
    const world = aWorld();
    const postId = await world.publish(world.author());
    const root = counters.get(counters.idFromName(postId));
    // Enough for four shards even when half of them fall into the next window of the rate.
    const answers = await Promise.all(
      Array.from({ length: 1_200 }, (_, n) => root.report({ reporter: `weur-${n}`, likes: 1, sequence: 1 })),
    );
    expect(answers.at(-1)?.shards).toBe(4);
    const shard = counters.get(counters.idFromName(`${postId}/2`));
    await Promise.all(
      Array.from({ length: 50 }, (_, n) => shard.report({ reporter: `enam-${n}`, likes: 2, sequence: 1 })),
    );
    await runDurableObjectAlarm(shard);
    await runDurableObjectAlarm(shard);
    await runDurableObjectAlarm(root);
    expect(await world.likeCount(postId)).toBe(1_300);
    expect((await shard.report({ reporter: 'enam-0', likes: 3, sequence: 2 })).shards).toBe(4);
  }, 20_000);
});
