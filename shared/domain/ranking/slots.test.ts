import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSlots, slotsOfPage } from './slots.ts';

describe('slots', () => {
  it('stand at fixed places of the whole feed, however it is paged', () => {
    expect(slotsOfPage({ first: 5, every: 10 }, 0, 20)).toEqual([
      { slot: 0, before: 5 },
      { slot: 1, before: 15 },
    ]);
    expect(slotsOfPage({ first: 5, every: 10 }, 20, 20).map(({ slot }) => slot)).toEqual([2, 3]);
    expect(slotsOfPage({ first: 5, every: 10 }, 0, 5)).toEqual([]);
    expect(slotsOfPage(null, 0, 20)).toEqual([]);
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 25 }),
        (first, every, limit) => {
          const places = { first, every };
          const paged: number[] = [];
          for (let position = 0; position < 200; position += limit) {
            const length = Math.min(limit, 200 - position);
            for (const { slot, before } of slotsOfPage(places, position, length)) {
              expect(position + before).toBe(first + slot * every);
              paged.push(slot);
            }
          }
          expect(paged).toEqual(slotsOfPage(places, 0, 200).map(({ slot }) => slot));
        },
      ),
    );
  });

  it('are merged before the organic posts they stand before, without moving those', () => {
    const groups = [
      [{ before: 1, item: 'r' }],
      [
        { before: 1, item: 's' },
        { before: 2, item: 't' },
      ],
    ];
    expect(mergeSlots(['a', 'b', 'c'], groups)).toEqual(['a', 'r', 's', 'b', 't', 'c']);
    expect(mergeSlots(['a', 'b'], [])).toEqual(['a', 'b']);
    expect(mergeSlots([], groups)).toEqual([]);
  });
});
