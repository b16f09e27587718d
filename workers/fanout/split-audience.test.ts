import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageRanges } from './split-audience.ts';

it('covers every cell once, in pages of at most the size, and cells that join later too', () => {
  const cellId = fc
    .tuple(fc.constantFrom('weur', 'enam', 'apac'), fc.nat(2_000))
    .map(([region, n]) => `${region}-${n}`);
  fc.assert(
    fc.property(
      fc.uniqueArray(cellId, { maxLength: 60 }),
      cellId,
      fc.integer({ min: 1, max: 20 }),
      (cells, late, size) => {
        const ranges = pageRanges(cells, size);
        const holding = (cell: string) => ranges.filter(({ after, through }) => cell > after && cell <= through);
        for (const cell of [...cells, late]) expect(holding(cell)).toHaveLength(1);
        for (const { after, through } of ranges) {
          expect(cells.filter((cell) => cell > after && cell <= through).length).toBeLessThanOrEqual(size);
        }
      },
    ),
  );
});
