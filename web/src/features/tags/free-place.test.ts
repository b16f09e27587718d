import { expect, it } from 'vitest';
import { freePlace } from './free-place.ts';

it('begins in the middle', () => {
  expect(freePlace([])).toEqual({ x: 0.5, y: 0.5 });
});

it('finds a place of its own for everybody whom a post may tag', () => {
  const taken: { x: number; y: number }[] = [];
  for (let person = 0; person < 20; person++) taken.push(freePlace(taken));
  expect(new Set(taken.map(({ x, y }) => `${x} ${y}`)).size).toBe(20);
});

it('keeps away from where somebody was put by hand', () => {
  const { x, y } = freePlace([{ x: 0.45, y: 0.53 }]);
  expect(Math.abs(x - 0.45) >= 0.2 || Math.abs(y - 0.53) >= 0.1).toBe(true);
});
