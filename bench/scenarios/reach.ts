import type { Audience } from '../graph/network.ts';
import { publishRequest } from '../load/requests.ts';
import { saturate } from '../load/saturate.ts';
import { takeInTurn } from '../load/spare-media.ts';
import { waitUntilDelivered } from '../load/wait-until-delivered.ts';
import type { Scenario } from './scenario.ts';

const CREATED = 201;
/** More than the fan-out of any stack does meanwhile, so that it is what is measured. */
const SECONDS = 4;

/** Followers reached per second: posts are published as fast as they are taken, and the clock runs until the last one is delivered. */
function reach(audience: Audience, followers: number): Scenario {
  return {
    name: `reach-${followers}`,
    title: `followers reached by authors with ${followers.toLocaleString('en')}`,
    unit: 'followers/s',
    better: 'higher',
    targets: ['reference', 'rimlight'],
    part: 'posts',
    measure: async (target) => {
      const authors = target.network.known[audience];
      const take = takeInTurn(target, authors);
      let posts = authors.length;
      const next = () => {
        posts++;
        return publishRequest(target, ...take());
      };
      const start = performance.now();
      await saturate({
        port: target.port,
        next,
        isGood: (status) => status === CREATED,
        warmSeconds: 0,
        seconds: SECONDS,
      });
      await waitUntilDelivered(target, authors);
      const seconds = (performance.now() - start) / 1000;
      return { value: (posts * followers) / seconds, p50: null, p99: null };
    },
  };
}

export const reach50 = reach('fifty', 50);
export const reach1000 = reach('thousand', 1_000);
