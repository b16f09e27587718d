import { holdRate } from '../load/hold-rate.ts';
import { feedRequest } from '../load/requests.ts';
import type { Scenario } from './scenario.ts';

const HELD_PER_SECOND = 100;
const SECONDS = 10;

/** First pages of people who all read once, on a stack that has just been started and has nothing in memory. */
const cold = (name: string, mode: string, title: string): Scenario => ({
  name,
  title: `home feed, ${title}, nothing cached, at a held 100/s`,
  unit: 'ms (p99)',
  better: 'lower',
  targets: ['reference', 'rimlight'],
  part: 'feed',
  measure: async (target) => {
    await target.cool();
    let person = 0;
    const next = () => feedRequest(target, person++ % target.network.active, `mode=${mode}`);
    const { p50, p99 } = await holdRate({
      port: target.port,
      next,
      perSecond: HELD_PER_SECOND,
      warmSeconds: 0,
      seconds: SECONDS,
    });
    return { value: p99, p50, p99 };
  },
});

export const feedCold = cold('feed-cold', 'latest', 'latest');
export const feedRankedCold: Scenario = { ...cold('feed-ranked-cold', 'ranked', 'ranked'), targets: ['rimlight'] };
export const feedCold20000: Scenario = {
  ...cold('feed-cold-20000', 'latest', 'latest, among 20,000 people'),
  network: { active: 20_000, million: false },
};
export const feedRankedCold20000: Scenario = {
  ...cold('feed-ranked-cold-20000', 'ranked', 'ranked, among 20,000 people'),
  targets: ['rimlight'],
  network: { active: 20_000, million: false },
};
