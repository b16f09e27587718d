import { expect, it } from 'vitest';
import { restAfter } from './rest-after.ts';

it.each([
  ['one input', 1, 40, 0],
  ['two', 2, 40, 10],
  ['many', 30, 40, 10],
  ['the longest that counts', 2, 80, 20],
  ['a longer one', 2, 81, 20],
])('after a round of %s', (_name, inputs, tookMs, rest) => {
  expect(restAfter(inputs, tookMs)).toBe(rest);
});
