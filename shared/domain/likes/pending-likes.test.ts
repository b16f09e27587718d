import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePending, encodePending, likesBeside, NOTHING_PENDING } from './pending-likes.ts';

const number = fc.integer({ min: -1_000, max: 1_000_000 });
const by = fc.constantFrom('row' as const, 'counter' as const);
const from = fc.oneof(fc.nat(), fc.constant(Number.POSITIVE_INFINITY));
const pending = fc.record({
  unreported: number,
  reported: fc.array(fc.record({ likes: number, by, from }), { maxLength: 5 }),
});

describe('pending likes', () => {
  it('cross the way from cell to Worker unchanged, without its separators', () => {
    fc.assert(
      fc.property(pending, (made) => {
        const text = encodePending(made);
        expect(text).not.toMatch(/[,;]/);
        expect(decodePending(text)).toEqual(made);
      }),
    );
    expect(encodePending(NOTHING_PENDING)).toBe('');
  });

  it('are added to a count until it goes as far as their report', () => {
    const made = {
      unreported: 1,
      reported: [
        { likes: 10, by: 'row' as const, from: 3 },
        { likes: -100, by: 'counter' as const, from: 5 },
        { likes: 1_000, by: 'counter' as const, from: Number.POSITIVE_INFINITY },
      ],
    };
    expect(likesBeside(made, { row: 2, counter: 4 })).toBe(911);
    expect(likesBeside(made, { row: 3, counter: 4 })).toBe(901);
    expect(likesBeside(made, { row: 2, counter: 5 })).toBe(1_011);
    expect(likesBeside(made, { row: 9, counter: 9 })).toBe(1_001);
  });
});
