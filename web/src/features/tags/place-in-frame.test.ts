import { expect, it } from 'vitest';
import { nearestOnPhoto, placeInFrame, placeOnPhoto } from './place-in-frame.ts';

it('keeps a place where the photo fills its frame', () => {
  expect(placeInFrame({ x: 0.25, y: 0.75 }, 1.5, 1.5)).toEqual({ x: 0.25, y: 0.75 });
});

it('counts the bars beside a tall and above a wide photo', () => {
  expect(placeInFrame({ x: 0, y: 0.5 }, 0.5, 1)).toEqual({ x: 0.25, y: 0.5 });
  expect(placeInFrame({ x: 0.5, y: 1 }, 2, 1)).toEqual({ x: 0.5, y: 0.75 });
});

it('finds the way back, and nothing beside the photo', () => {
  const there = placeInFrame({ x: 0.2, y: 0.9 }, 0.5, 1);
  expect(placeOnPhoto(there, 0.5, 1)?.x).toBeCloseTo(0.2);
  expect(placeOnPhoto(there, 0.5, 1)?.y).toBeCloseTo(0.9);
  expect(placeOnPhoto({ x: 0.1, y: 0.5 }, 0.5, 1)).toBeNull();
});

it('finds the nearest place on the photo for one beside it', () => {
  expect(nearestOnPhoto({ x: 0.1, y: 0.5 }, 0.5, 1)).toEqual({ x: 0, y: 0.5 });
  expect(nearestOnPhoto({ x: 0.5, y: 1.4 }, 2, 1)).toEqual({ x: 0.5, y: 1 });
});
