import { describe, expect, it } from 'vitest';
import { readShownPage } from './read-shown-page.ts';

const LIMIT = 2;

/** Reads a list of numbers, of which the negative ones are not shown. */
async function readList(rows: readonly number[], from?: number) {
  let reads = 0;
  const page = await readShownPage<number, number>(
    LIMIT,
    async (last = from, count) => {
      reads += 1;
      const start = last === undefined ? 0 : rows.indexOf(last) + 1;
      return rows.slice(start, start + count);
    },
    async (some) => some.filter((row) => row > 0),
  );
  return { ...page, reads };
}

describe('a page of which some is left out', () => {
  it('is what is left of it', async () => {
    expect(await readList([1, -2, 3])).toEqual({ shown: [1], last: -2, reads: 1 });
    expect(await readList([1, -2, 3], -2)).toEqual({ shown: [3], last: undefined, reads: 1 });
  });

  it('is read on while nothing is left, to what is shown or the end', async () => {
    expect(await readList([-1, -2, -3, 4, 5])).toEqual({ shown: [4], last: 4, reads: 2 });
    expect(await readList([-1, -2, -3])).toEqual({ shown: [], last: undefined, reads: 2 });
    expect(await readList([])).toEqual({ shown: [], last: undefined, reads: 1 });
  });

  it('is empty with a place to go on when five in a row show nothing', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => -1 - n);
    expect(await readList([...rows, 13])).toEqual({ shown: [], last: -10, reads: 5 });
    expect(await readList([...rows, 13], -10)).toEqual({ shown: [13], last: undefined, reads: 2 });
  });
});
