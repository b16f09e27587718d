import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOGICAL_SHARDS } from '../ids/index.ts';
import { parseShardMap, type ShardRange } from './shard-map.ts';

/** Any way to cut 0–8191 into ranges, each on one of five databases. */
const maps = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: LOGICAL_SHARDS - 1 }), { maxLength: 12 }),
    fc.array(fc.nat(4), { minLength: 13, maxLength: 13 }),
  )
  .map(([cuts, databases]) => {
    const bounds = [0, ...cuts.toSorted((a, b) => a - b), LOGICAL_SHARDS];
    return bounds.slice(0, -1).map((first, i): ShardRange => {
      return { first, last: (bounds[i + 1] ?? 0) - 1, binding: `SHARD_${databases[i]}` };
    });
  });

const write = (ranges: ShardRange[]) =>
  ranges.map(({ first, last, binding }) => `${first}-${last}:${binding}`).join(',');

describe('a shard map', () => {
  it('is read as it is written, however 0–8191 is cut', () => {
    fc.assert(
      fc.property(maps, (ranges) => {
        expect(parseShardMap(write(ranges))).toEqual(ranges);
      }),
    );
  });

  it('may be laid out with spaces', () => {
    expect(parseShardMap(' 0-8191:SHARD_0 ')).toEqual([{ first: 0, last: 8_191, binding: 'SHARD_0' }]);
  });

  it('is refused when a range is missing, doubled or out of order', () => {
    fc.assert(
      fc.property(maps, fc.nat(), (ranges, pick) => {
        const at = pick % ranges.length;
        const range = ranges[at];
        if (!range) return;
        expect(() => parseShardMap(write(ranges.toSpliced(at, 1)))).toThrow('SHARD_MAP');
        expect(() => parseShardMap(write(ranges.toSpliced(at, 0, range)))).toThrow('SHARD_MAP');
        if (ranges.length > 1) expect(() => parseShardMap(write(ranges.toReversed()))).toThrow('SHARD_MAP');
      }),
    );
  });

  it('is refused when two ranges overlap or leave a gap by one', () => {
    fc.assert(
      fc.property(maps, fc.nat(), fc.constantFrom(-1, 1), (ranges, pick, by) => {
        const at = pick % ranges.length;
        const moved = ranges.map((range, i) => (i === at ? { ...range, last: range.last + by } : range));
        expect(() => parseShardMap(write(moved))).toThrow('SHARD_MAP');
      }),
    );
  });

  it('is refused when it is not a map', () => {
    for (const text of ['', '0-8191', '0-8191:', 'all:SHARD_0', '0-8191:SHARD-0', '0-8191:SHARD_0,']) {
      expect(() => parseShardMap(text), text).toThrow('SHARD_MAP');
    }
  });
});
