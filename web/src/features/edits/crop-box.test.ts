import { describe, expect, it } from 'vitest';
import { isWhole, largestBox, moveBox, resizeBox, turnBox, unturnBox, WHOLE_BOX } from './crop-box.ts';

const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };

describe('turning', () => {
  it('carries the upper left corner clockwise', () => {
    expect(turnBox({ x: 0, y: 0, width: 0.25, height: 0.5 }, 90)).toEqual({ x: 0.5, y: 0, width: 0.5, height: 0.25 });
    expect(turnBox({ x: 0, y: 0, width: 0.25, height: 0.5 }, 180)).toEqual({
      x: 0.75,
      y: 0.5,
      width: 0.25,
      height: 0.5,
    });
  });

  it.each([0, 90, 180, 270] as const)('by %i and back is where it was', (turn) => {
    const back = unturnBox(turnBox(box, turn), turn);
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(back[side]).toBeCloseTo(box[side]);
  });
});

describe('moving and pulling', () => {
  it('stays inside the picture', () => {
    expect(moveBox(box, 9, -9)).toEqual({ x: 0.7, y: 0, width: 0.3, height: 0.4 });
    expect(resizeBox(box, 'se', 9, 9, null)).toEqual({ x: 0.1, y: 0.2, width: 0.9, height: 0.8 });
  });

  it('keeps the opposite corner', () => {
    const pulled = resizeBox(box, 'nw', 0.05, 0.1, null);
    expect(pulled.x + pulled.width).toBeCloseTo(0.4);
    expect(pulled.y + pulled.height).toBeCloseTo(0.6);
  });

  it('keeps a ratio, also at the edge', () => {
    const square = resizeBox({ x: 0, y: 0, width: 0.3, height: 0.3 }, 'se', 9, 0, 2 / 3);
    expect(square.width / square.height).toBeCloseTo(2 / 3);
    expect(square.height).toBeCloseTo(1);
    expect(resizeBox(box, 'se', -9, -9, null).width).toBeCloseTo(0.1);
  });
});

it('finds the largest part of a ratio', () => {
  expect(largestBox(2)).toEqual({ x: 0, y: 0.25, width: 1, height: 0.5 });
  expect(largestBox(0.5)).toEqual({ x: 0.25, y: 0, width: 0.5, height: 1 });
  expect(isWhole(largestBox(1))).toBe(true);
  expect(isWhole(WHOLE_BOX)).toBe(true);
  expect(isWhole(box)).toBe(false);
});
