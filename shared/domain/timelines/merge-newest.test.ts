import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeNewest, type TimelineEntry } from './merge-newest.ts';

const entry = (id: string) => ({ id, postId: id, sourceId: 's', revision: 0 });
const lists = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[0-9a-z]{3}$/), fc.nat(6)), { selector: ([id]) => id, maxLength: 80 })
  .map((pairs) =>
    Array.from({ length: 7 }, (_, source) =>
      pairs
        .filter(([, of]) => of === source)
        .map(([id]) => entry(id))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ),
  );

describe('mergeNewest', () => {
  it('answers what sorting everything would', () => {
    fc.assert(
      fc.property(lists, fc.option(fc.stringMatching(/^[0-9a-z]{3}$/)), fc.nat(30), (made, before, limit) => {
        const expected = made
          .flat()
          .filter(({ id }) => before === null || id < before)
          .toSorted((a, b) => (a.id < b.id ? 1 : -1))
          .slice(0, limit);
        expect(mergeNewest(made, before, limit)).toEqual(expected);
      }),
    );
  });

  it('pages through everything once', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 9 }), (made, limit) => {
        const seen: string[] = [];
        for (let before: string | null = null; ; ) {
          const page: TimelineEntry[] = mergeNewest(made, before, limit);
          seen.push(...page.map(({ id }) => id));
          if (page.length < limit) break;
          before = page.at(-1)?.id ?? null;
        }
        expect(seen).toEqual(
          made
            .flat()
            .map(({ id }) => id)
            .toSorted()
            .reverse(),
        );
      }),
    );
  });
});
