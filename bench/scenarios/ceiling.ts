import { buildRequest } from '../load/build-request.ts';
import { holdRate } from '../load/hold-rate.ts';
import { saturate } from '../load/saturate.ts';
import type { Scenario } from './scenario.ts';

/** The most that the runtime answers on this machine, with this generator on the same cores. */
export const ceiling: Scenario = {
  name: 'ceiling',
  title: 'hello-world on the same runtime',
  unit: 'requests/s',
  better: 'higher',
  targets: ['ceiling'],
  part: 'feed',
  measure: async ({ port }) => {
    const request = buildRequest({ method: 'GET', path: '/' });
    const next = () => request;
    const { perSecond } = await saturate({ port, next });
    return { value: perSecond, ...(await holdRate({ port, next, perSecond: 1_000 })) };
  },
};
