import { expect, it } from 'vitest';
import { RoughCounter } from './rough-counter.ts';

const RULE = { attempts: 10, windowMs: 1_000 };

function takeMany(counter: RoughCounter, subject: string, times: number, now: number): number {
  let allowed = 0;
  for (let n = 0; n < times; n++) if (counter.take(subject, RULE, now).allowed) allowed += 1;
  return allowed;
}

it('allows exactly the limit in the first window, to each subject', () => {
  const counter = new RoughCounter(100);
  expect(takeMany(counter, 'a', 50, 5)).toBe(10);
  expect(takeMany(counter, 'b', 50, 6)).toBe(10);
  expect(counter.take('a', RULE, 900)).toEqual({ allowed: false, remaining: 0, resetMs: 105 });
});

it('lets the last window go as the next one passes', () => {
  const counter = new RoughCounter(100);
  takeMany(counter, 'a', 10, 0);
  expect(takeMany(counter, 'a', 50, 1_000)).toBe(0);
  expect(takeMany(counter, 'a', 50, 1_500)).toBe(5);
  expect(takeMany(counter, 'a', 50, 1_999)).toBe(4);
  expect(takeMany(counter, 'a', 50, 4_000)).toBe(10);
});

it('holds at most as many subjects as it may, and lets go of the one it opened first', () => {
  const counter = new RoughCounter(2);
  for (const subject of ['a', 'b', 'c']) takeMany(counter, subject, 10, 0);
  expect([takeMany(counter, 'c', 1, 1), takeMany(counter, 'b', 1, 1), takeMany(counter, 'a', 1, 1)]).toEqual([0, 0, 1]);
});
