import { expect, it } from 'vitest';
import { formatBytes } from './bytes.ts';

it.each([
  [12, '12 bytes'],
  [860_160, '840 KB'],
  [3_355_443, '3.2 MB'],
  [33_554_432, '32 MB'],
  [5_242_880, '5 MB'],
])('shows %i as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
