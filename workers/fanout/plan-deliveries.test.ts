import { expect, it } from 'vitest';
import { takeWithin } from './plan-deliveries.ts';

const work = (name: string, ...cells: string[]) => ({ name, cells });
const names = (works: { name: string }[]) => works.map(({ name }) => name);

it('takes works until they call as many cells as may be, and leaves the others', () => {
  const works = [work('a', '1', '2'), work('b', '3', '4', '5'), work('c', '2', '6'), work('d', '7')];
  const { taken, left } = takeWithin(works, 4);
  expect([names(taken), names(left)]).toEqual([['a', 'c', 'd'], ['b']]);
});

it('calls a cell once, so works for the same cells go together', () => {
  const works = Array.from({ length: 50 }, (_, n) => work(`${n}`, '1', '2'));
  expect(takeWithin(works, 2).left).toEqual([]);
});

it('always takes one, so that none is left for ever', () => {
  expect(names(takeWithin([work('a', '1', '2', '3'), work('b', '4')], 1).taken)).toEqual(['a']);
});
