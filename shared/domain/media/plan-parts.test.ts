import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PART_BYTES, planParts } from './plan-parts.ts';

it('covers every byte once, in equal parts but the last', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 * 1_024 * 1_024 }), (size) => {
      const parts = planParts(size);
      expect(parts.reduce((end, part) => (part.offset === end ? end + part.size : Number.NaN), 0)).toBe(size);
      expect(parts.slice(0, -1).every((part) => part.size === PART_BYTES)).toBe(true);
      expect(parts.at(-1)?.size).toBeGreaterThan(0);
      expect(parts.map(({ number }) => number)).toEqual(parts.map((_, index) => index + 1));
    }),
  );
});
