import { expect, it } from 'vitest';
import { fillsFrame, frameRatio } from './frame-ratio.ts';

it('keeps a photo between 4:5 and 1.91:1 as its author made it', () => {
  expect(frameRatio([{ width: 4_000, height: 3_000 }])).toBeCloseTo(4 / 3);
  expect(frameRatio([{ width: 1_080, height: 1_350 }])).toBeCloseTo(0.8);
});

it('frames the taller, the wider and the unknown', () => {
  expect(frameRatio([{ width: 1_000, height: 3_000 }])).toBe(0.8);
  expect(frameRatio([{ width: 5_000, height: 1_000 }])).toBe(1.91);
  expect(frameRatio([{ width: null, height: null }])).toBe(1);
  expect(frameRatio([])).toBe(1);
});

it('takes the first of an album', () => {
  const album = [
    { width: 1_200, height: 800 },
    { width: 800, height: 1_200 },
  ];
  expect(frameRatio(album)).toBe(1.5);
  expect(album.map((medium) => fillsFrame(medium, 1.5))).toEqual([true, false]);
});
