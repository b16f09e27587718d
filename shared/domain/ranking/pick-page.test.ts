import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PagePlace, pickPage } from './pick-page.ts';

const aPlace = (given: Partial<PagePlace> = {}): PagePlace => ({
  position: 0,
  lastAuthor: '',
  limit: 100,
  freshEvery: 5,
  ...given,
});

/** A queue of the authors, best first, of which some are fresh. */
const queueOf = (authors: readonly string[], fresh: readonly number[] = []) => ({
  length: authors.length,
  authorOf: (index: number) => authors[index] ?? '',
  fresh,
});

const authorLists = fc.array(fc.constantFrom('ann', 'ben', 'cem'), { maxLength: 40 });

describe('the rules of a page', () => {
  it('keep the order of the scores while authors differ', () => {
    expect(pickPage(queueOf(['ann', 'ben', 'cem']), () => true, aPlace()).picks).toEqual([0, 1, 2]);
  });

  it('let no author speak twice in a row while others wait', () => {
    const authors = ['ann', 'ann', 'ann', 'ben', 'cem'];
    expect(pickPage(queueOf(authors), () => true, aPlace()).picks).toEqual([0, 3, 1, 4, 2]);
    expect(pickPage(queueOf(authors), () => true, aPlace({ lastAuthor: 'ann' })).picks).toEqual([3, 0, 4, 1, 2]);
    fc.assert(
      fc.property(authorLists, fc.integer({ min: 1, max: 9 }), (list, freshEvery) => {
        const fresh = list.map((_, index) => index).filter((index) => index % 3 === 0);
        const { picks } = pickPage(queueOf(list, fresh), () => true, aPlace({ freshEvery }));
        expect(picks.toSorted((a, b) => a - b)).toEqual(list.map((_, index) => index));
        picks.forEach((pick, place) => {
          const before = list[picks[place - 1] ?? -1];
          if (list[pick] !== before) return;
          const waiting = picks.slice(place);
          expect(waiting.every((index) => list[index] === before)).toBe(true);
        });
      }),
    );
  });

  it('give every fifth place to the newest fresh post that waits', () => {
    const authors = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'];
    const { picks } = pickPage(queueOf(authors, [11, 1, 10]), () => true, aPlace({ limit: 10 }));
    expect(picks).toEqual([0, 1, 2, 3, 11, 4, 5, 6, 7, 10]);
  });

  it('page through everything once, and say whether more waits', () => {
    fc.assert(
      fc.property(authorLists, fc.integer({ min: 1, max: 7 }), (list, limit) => {
        const shown = new Set<number>();
        for (let lastAuthor = ''; ; ) {
          const place = aPlace({ limit, lastAuthor, position: shown.size });
          const { picks, more } = pickPage(queueOf(list, [2, 5]), (index) => !shown.has(index), place);
          for (const pick of picks) {
            expect(shown.has(pick)).toBe(false);
            shown.add(pick);
          }
          lastAuthor = list[picks.at(-1) ?? -1] ?? '';
          expect(more).toBe(shown.size < list.length);
          if (!more) break;
        }
        expect(shown.size).toBe(list.length);
      }),
    );
  });
});
