import { expect, it } from 'vitest';
import { countOf, formatCount } from './count.ts';

it.each([
  [0, '0'],
  [999, '999'],
  [9_999, '9,999'],
  [10_000, '10K'],
  [10_449, '10.4K'],
  [99_999, '99.9K'],
  [123_456, '123K'],
  [999_999, '999K'],
  [1_000_000, '1M'],
  [1_290_000, '1.2M'],
  [2_000_000_000, '2B'],
])('shows %i as %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

it('says one like, two likes', () => {
  expect(countOf(1, 'like')).toBe('1 like');
  expect(countOf(0, 'like')).toBe('0 likes');
  expect(countOf(2, 'reply', 'replies')).toBe('2 replies');
});
