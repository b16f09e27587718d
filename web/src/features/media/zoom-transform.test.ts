import { expect, it } from 'vitest';
import { keepInside, WHOLE, zoomAt } from './zoom-transform.ts';

it('keeps the point under the finger', () => {
  const view = zoomAt(WHOLE, 2, 100, -40);
  expect(view).toEqual({ scale: 2, x: -100, y: 40 });
  // The picture's point at (100, -40) is drawn at point * scale + offset.
  expect([100 * view.scale + view.x, -40 * view.scale + view.y]).toEqual([100, -40]);
});

it('never goes below whole or above its limit', () => {
  expect(zoomAt({ scale: 2, x: 50, y: 50 }, 0.1, 0, 0)).toEqual(WHOLE);
  expect(zoomAt(WHOLE, 100, 0, 0).scale).toBe(6);
});

it('keeps the edges outside the stage', () => {
  const stage = { width: 400, height: 800 };
  const picture = { width: 400, height: 300 };
  expect(keepInside({ scale: 2, x: 900, y: 90 }, picture, stage)).toEqual({ scale: 2, x: 200, y: 0 });
});
