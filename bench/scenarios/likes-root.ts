import { holdRate } from '../load/hold-rate.ts';
import { likeRequest } from '../load/requests.ts';
import type { Scenario } from './scenario.ts';

/** Until the post is hot and its cells report to its counter: more than the window by which heat is measured. */
const WARM_SECONDS = 12;
const COUNTED_SECONDS = 10;

/** Calls at the root of a hot post's counter while likes come at a held rate: they follow the cells, not the likes. */
function measureRoot(perSecond: number, nth: number): Scenario {
  return {
    name: `likes-root-${perSecond}`,
    title: `calls at a hot post's root, at ${perSecond.toLocaleString('en')} likes/s`,
    unit: 'calls/s',
    better: 'lower',
    targets: ['rimlight'],
    part: 'likes',
    measure: async (target) => {
      const { port, network, counterCalls } = target;
      if (!counterCalls) throw new Error(`${target.name} has no counters`);
      const post = network.posts[nth]?.id ?? '';
      let sent = 0;
      const next = () => {
        const [person, round] = [sent % network.active, Math.floor(sent / network.active)];
        sent++;
        return likeRequest(target, person, post, round % 2 === 0);
      };
      await holdRate({ port, next, perSecond, warmSeconds: 0, seconds: WARM_SECONDS });
      const before = counterCalls();
      const { p50, p99 } = await holdRate({ port, next, perSecond, warmSeconds: 0, seconds: COUNTED_SECONDS });
      return { value: (counterCalls() - before) / COUNTED_SECONDS, p50, p99 };
    },
  };
}

export const likesRoot = [measureRoot(200, 12_001), measureRoot(1_000, 12_002)];
