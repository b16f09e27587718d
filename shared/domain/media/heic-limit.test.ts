import { expect, it } from 'vitest';
import { heicPixelLimit, ISOLATE_HEIC_PIXELS } from './heic-limit.ts';

it.each([
  ['local', 25_000_000, 25_000_000],
  ['production', 25_000_000, ISOLATE_HEIC_PIXELS],
  ['production', 1_000_000, 1_000_000],
] as const)('takes HEIC in %s configured to %i up to %i pixels', (ENVIRONMENT, MAX_HEIC_PIXELS, most) => {
  expect(heicPixelLimit({ ENVIRONMENT, MAX_HEIC_PIXELS })).toBe(most);
});
