import { holdRate } from '../load/hold-rate.ts';
import { feedRequest } from '../load/requests.ts';
import type { Scenario } from './scenario.ts';

const HELD_PER_SECOND = 100;
const SECONDS = 10;

/** First pages of people who all read once, on a stack that has just been started and has nothing in memory. */
export const feedCold: Scenario = {
  name: 'feed-cold',
  title: 'home feed, latest, nothing cached, at a held 100/s',
  unit: 'ms (p99)',
  better: 'lower',
  targets: ['reference', 'rimlight'],
  measure: async (target) => {
    await target.cool();
    let person = 0;
    const next = () => feedRequest(target, person++ % target.network.active, 'mode=latest');
    const { p50, p99 } = await holdRate({
      port: target.port,
      next,
      perSecond: HELD_PER_SECOND,
      warmSeconds: 0,
      seconds: SECONDS,
    });
    return { value: p99, p50, p99 };
  },
};
