import { expect, it } from 'vitest';
import { isUnedited, NO_EDITS } from './no-edits.ts';

it('knows when nothing is done', () => {
  expect(isUnedited(NO_EDITS)).toBe(true);
  expect(isUnedited({ ...NO_EDITS, name: 'noir', intensity: 0 })).toBe(true);
  expect(isUnedited({ ...NO_EDITS, name: 'noir' })).toBe(false);
  expect(isUnedited({ ...NO_EDITS, warmth: -0.1 })).toBe(false);
  expect(isUnedited({ ...NO_EDITS, rotate: 90 })).toBe(false);
  expect(isUnedited({ ...NO_EDITS, crop: { x: 0, y: 0, width: 0.5, height: 1 } })).toBe(false);
});
