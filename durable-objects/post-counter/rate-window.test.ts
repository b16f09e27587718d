import { expect, it } from 'vitest';
import { RateWindow } from './rate-window.ts';

it('answers the higher of the running and the last full window, and forgets older ones', () => {
  const rate = new RateWindow();
  expect(rate.count(100, 0)).toBe(10);
  expect(rate.count(100, 9_999)).toBe(20);
  expect(rate.count(1, 10_000)).toBe(20);
  expect(rate.count(1, 20_000)).toBe(0.1);
  expect(rate.count(0, 90_000)).toBe(0);
});
