import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortByScore } from './sort-by-score.ts';

describe('sortByScore', () => {
  it('sorts by descending score, ties by index', () => {
    const score = fc.oneof(fc.constantFrom(0, 0.25, 0.5, 1, 2.5), fc.double({ min: 0, max: 3.9, noNaN: true }));
    fc.assert(
      fc.property(fc.array(score, { maxLength: 600 }), (scores) => {
        const rounded = scores.map((value) => Math.floor(value * 2 ** 32));
        const expected = rounded
          .map((value, index) => ({ value, index }))
          .toSorted((a, b) => b.value - a.value || a.index - b.index)
          .map(({ index }) => index);
        expect([...sortByScore(Float64Array.from(scores))]).toEqual(expected);
      }),
    );
  });
});
