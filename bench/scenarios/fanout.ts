import type { KnownAuthor } from '../graph/network.ts';
import { Asker } from '../load/asker.ts';
import { Latencies } from '../load/latencies.ts';
import { feedRequest, publishRequest } from '../load/requests.ts';
import { takeMedia } from '../load/spare-media.ts';
import { postIdOf } from '../load/wait-until-delivered.ts';
import type { Target } from '../target.ts';
import type { Scenario } from './scenario.ts';

const WARM_ROUNDS = 10;
const ROUNDS = 40;
const GIVE_UP_AFTER_MS = 30_000;
const PAUSE_MS = 50;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Publishes one post and answers the milliseconds from sending the request until every watched feed has shown it. */
async function timeOnePost(
  target: Target,
  author: number,
  publisher: Asker,
  readers: [Asker, Buffer][],
): Promise<number> {
  const request = publishRequest(target, author, takeMedia(target.network, author));
  const start = performance.now();
  const post = postIdOf(await publisher.ask(request));
  await Promise.all(
    readers.map(async ([asker, feed]) => {
      while (!(await asker.ask(feed)).text.includes(post)) {
        if (performance.now() - start > GIVE_UP_AFTER_MS) throw new Error(`${target.name} has not delivered ${post}`);
        await pause(1);
      }
    }),
  );
  return performance.now() - start;
}

/** After the last round every single follower must have the post that the watched ones have. */
async function checkEveryFollower(target: Target, { author, followers }: KnownAuthor, asker: Asker): Promise<void> {
  const id = target.network.people[author]?.id ?? '';
  for (const follower of followers) {
    const { text } = await asker.ask(feedRequest(target, follower, 'mode=latest&limit=1'));
    if (!text.includes(`"author":{"id":"${id}"`)) throw new Error(`${target.name} did not reach follower ${follower}`);
  }
}

function fanoutTo(kind: 'hundred' | 'tenThousand', followers: number): Scenario {
  return {
    name: `fanout-${followers}`,
    title: `one post to ${followers.toLocaleString('en')} followers, request to the last timeline`,
    unit: 'ms (median)',
    better: 'lower',
    targets: ['reference', 'rimlight'],
    measure: async (target) => {
      const known = target.network.known[kind][0];
      if (!known) throw new Error(`the network has no author with ${followers} followers`);
      const publisher = new Asker(target.port);
      const people = await target.lastReached(known);
      const readers = people.map((person): [Asker, Buffer] => [
        new Asker(target.port),
        feedRequest(target, person, 'mode=latest&limit=1'),
      ]);
      const times = new Latencies();
      try {
        for (let round = 0; round < WARM_ROUNDS + ROUNDS; round++) {
          const took = await timeOnePost(target, known.author, publisher, readers);
          if (round >= WARM_ROUNDS) times.add(took);
          await pause(PAUSE_MS);
        }
        await checkEveryFollower(target, known, publisher);
      } finally {
        for (const asker of [publisher, ...readers.map(([reader]) => reader)]) asker.close();
      }
      return { value: times.percentile(50), p50: times.percentile(50), p99: times.percentile(99) };
    },
  };
}

export const fanout100 = fanoutTo('hundred', 100);
export const fanout10000 = fanoutTo('tenThousand', 10_000);
