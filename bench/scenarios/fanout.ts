import type { Audience, KnownAuthor } from '../graph/network.ts';
import { Asker } from '../load/asker.ts';
import { Latencies } from '../load/latencies.ts';
import { feedRequest, publishRequest } from '../load/requests.ts';
import { sendAll } from '../load/send-all.ts';
import { takeMedia } from '../load/spare-media.ts';
import { postIdOf } from '../load/wait-until-delivered.ts';
import type { Target } from '../target.ts';
import type { Scenario } from './scenario.ts';

/** Feeds are watched over this many connections; each goes on to its next feed when one has shown the post. */
const WATCHERS = 10;
const GIVE_UP_AFTER_MS = 300_000;
const PAUSE_MS = 50;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Publishes one post and answers the milliseconds from sending the request until every watched feed has shown it. */
async function timeOnePost(
  target: Target,
  author: number,
  publisher: Asker,
  watched: [Asker, Buffer[]][],
): Promise<number> {
  const request = publishRequest(target, author, takeMedia(target, author));
  const start = performance.now();
  const post = postIdOf(await publisher.ask(request));
  await Promise.all(
    watched.map(async ([asker, feeds]) => {
      for (const feed of feeds) {
        while (!(await asker.ask(feed)).text.includes(post)) {
          if (performance.now() - start > GIVE_UP_AFTER_MS) throw new Error(`${target.name} has not delivered ${post}`);
          await pause(1);
        }
      }
    }),
  );
  return performance.now() - start;
}

/** After the last round every single follower must have the post that the watched ones have. */
async function checkEveryFollower(target: Target, { author, followers }: KnownAuthor): Promise<void> {
  const byAuthor = `"author":{"id":"${target.network.people[author]?.id}"`;
  await sendAll({
    port: target.port,
    requests: Array.from(followers, (follower) => feedRequest(target, follower, 'mode=latest&limit=1')),
    isGood: ({ status, body }) => status === 200 && (body?.includes(byAuthor) ?? false),
  });
}

function fanoutTo(audience: Audience, followers: number, rounds = { warm: 10, counted: 40 }): Scenario {
  return {
    name: `fanout-${followers}`,
    title: `one post to ${followers.toLocaleString('en')} followers, request to the last timeline`,
    unit: 'ms (median)',
    better: 'lower',
    targets: ['reference', 'rimlight'],
    part: 'posts',
    measure: async (target) => {
      const known = target.network.known[audience][0];
      if (!known) throw new Error(`the network has no author with ${followers} followers`);
      const publisher = new Asker(target.port);
      const people = await target.lastReached(known);
      const watched = Array.from({ length: Math.min(WATCHERS, people.length) }, (_, watcher): [Asker, Buffer[]] => [
        new Asker(target.port),
        people
          .filter((_person, at) => at % WATCHERS === watcher)
          .map((person) => feedRequest(target, person, 'mode=latest&limit=1')),
      ]);
      const times = new Latencies();
      try {
        for (let round = 0; round < rounds.warm + rounds.counted; round++) {
          const took = await timeOnePost(target, known.author, publisher, watched);
          if (round >= rounds.warm) times.add(took);
          await pause(PAUSE_MS);
        }
        await checkEveryFollower(target, known);
      } finally {
        for (const asker of [publisher, ...watched.map(([watcher]) => watcher)]) asker.close();
      }
      return { value: times.percentile(50), p50: times.percentile(50), p99: times.percentile(99) };
    },
  };
}

export const fanout100 = fanoutTo('hundred', 100);
export const fanout10000 = fanoutTo('tenThousand', 10_000);
/** 1,000 cells with a follower each in place of a thousand, and nothing else in them; the reference writes all 1,000,000 timelines. */
export const fanout1000000: Scenario = {
  ...fanoutTo('million', 1_000_000, { warm: 1, counted: 5 }),
  network: { active: 200, million: true },
};
