import { holdRate } from '../load/hold-rate.ts';
import { publishRequest } from '../load/requests.ts';
import { saturate } from '../load/saturate.ts';
import { takeInTurn } from '../load/spare-media.ts';
import { waitUntilDelivered } from '../load/wait-until-delivered.ts';
import type { Scenario } from './scenario.ts';

const HELD_PER_SECOND = 100;
const CREATED = 201;
const isGood = (status: number) => status === CREATED;

/** Posts of one photo by authors with 50 followers each, with the fan-out running beside. */
export const publish: Scenario = {
  name: 'publish',
  title: 'publishing a post',
  unit: 'posts/s',
  better: 'higher',
  targets: ['reference', 'rimlight'],
  part: 'posts',
  measure: async (target) => {
    const authors = target.network.known.fifty;
    const take = takeInTurn(target, authors);
    const next = () => publishRequest(target, ...take());
    const { perSecond } = await saturate({ port: target.port, next, isGood, warmSeconds: 2, seconds: 6 });
    await waitUntilDelivered(target, authors);
    const { p50, p99 } = await holdRate({ port: target.port, next, isGood, perSecond: HELD_PER_SECOND });
    await waitUntilDelivered(target, authors);
    return { value: perSecond, p50, p99 };
  },
};
