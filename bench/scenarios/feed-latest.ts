import { checkFeed } from '../load/check-feed.ts';
import { holdRate } from '../load/hold-rate.ts';
import { atRandom, everybodysFeeds } from '../load/requests.ts';
import { saturate } from '../load/saturate.ts';
import { sendAll } from '../load/send-all.ts';
import type { Target } from '../target.ts';
import type { Measure, Scenario } from './scenario.ts';

const HELD_PER_SECOND = 1_000;
const WARM_ROUNDS = 2;

/** Pages of 20 full cards for random people: throughput at saturation, latencies at a held rate. */
export async function measureFeed(target: Target, query: string): Promise<Measure> {
  await checkFeed(target, query);
  const feeds = everybodysFeeds(target, query);
  // Warm means that everybody has read before; what the first ranked page lacked is there by the second.
  for (let round = 0; round < WARM_ROUNDS; round++) await sendAll({ port: target.port, requests: feeds });
  const next = atRandom(feeds);
  const { perSecond } = await saturate({ port: target.port, next });
  const { p50, p99 } = await holdRate({ port: target.port, next, perSecond: HELD_PER_SECOND });
  return { value: perSecond, p50, p99 };
}

export const feedLatest: Scenario = {
  name: 'feed-latest',
  title: 'home feed, latest, warm, 20 full cards',
  unit: 'pages/s',
  better: 'higher',
  targets: ['reference', 'rimlight'],
  part: 'feed',
  measure: (target) => measureFeed(target, 'mode=latest'),
};

export const feedRanked: Scenario = {
  ...feedLatest,
  name: 'feed-ranked',
  title: 'home feed, ranked, warm, 20 full cards',
  targets: ['rimlight'],
  measure: (target) => measureFeed(target, 'mode=ranked'),
};

export const feedRanked20000: Scenario = {
  ...feedRanked,
  name: 'feed-ranked-20000',
  title: 'home feed, ranked, among 20,000 people',
  network: { active: 20_000, million: false },
};

export const feedLatest20000: Scenario = {
  ...feedLatest,
  name: 'feed-latest-20000',
  title: 'home feed, latest, among 20,000 people',
  network: { active: 20_000, million: false },
};
