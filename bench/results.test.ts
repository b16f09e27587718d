import { expect, it } from 'vitest';
import { toResults } from './results.ts';
import type { Scenario } from './scenarios/scenario.ts';

function aScenario(name: string, better: Scenario['better']): Scenario {
  const measure = () => Promise.reject(new Error('not measured here'));
  return { name, title: name, unit: 'x', better, part: 'feed', targets: [], measure };
}

it('says how many times better than the reference, for rates and for times', () => {
  const just = (value: number) => ({ value, p50: null, p99: null });
  const results = toResults(
    new Map([
      [aScenario('ceiling', 'higher'), { ceiling: just(20_000) }],
      [aScenario('feed', 'higher'), { rimlight: just(10_000), reference: just(4_000) }],
      [aScenario('fanout', 'lower'), { rimlight: just(20), reference: just(90) }],
    ]),
  );
  const byName = new Map(results.map((result) => [result.name, result]));
  expect(byName.get('feed')).toMatchObject({ ratioToCeiling: 0.5, ratioToReference: 2.5 });
  expect(byName.get('feed/reference')).toMatchObject({ ratioToCeiling: 0.2, ratioToReference: null });
  expect(byName.get('fanout')).toMatchObject({ ratioToCeiling: null, ratioToReference: 4.5 });
});
