import { expect, it } from 'vitest';
import { anchorName, heldAt } from './anchor-name.ts';

it('keeps a name on the photo: at an edge the edge of the name lies on it', () => {
  expect(anchorName({ x: 0, y: 1 })).toEqual({ translate: '0% -100%' });
  expect(anchorName({ x: 0.5, y: 0.25 })).toEqual({ translate: '-50% -25%' });
});

it('finds the place that a name stands for by its box', () => {
  expect(heldAt({ x: 0.25, y: 1 }, { left: 100, top: 50, width: 80, height: 20 })).toEqual({ x: 120, y: 70 });
});
