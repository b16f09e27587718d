import { expect, it } from 'vitest';
import { Latencies } from './latencies.ts';

it('answers percentiles by nearest rank, also while values are still added', () => {
  const latencies = new Latencies();
  for (let value = 100; value >= 1; value--) latencies.add(value);
  expect([latencies.percentile(50), latencies.percentile(99), latencies.percentile(100)]).toEqual([50, 99, 100]);
  latencies.add(1_000);
  expect(latencies.percentile(100)).toBe(1_000);
  expect(latencies.percentile(0.1)).toBe(1);
});

it('has no percentile of nothing', () => {
  expect(new Latencies().percentile(50)).toBeNaN();
});
