import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdGenerator } from './id-generator.ts';
import {
  decodeSnowflake,
  EPOCH_MS,
  encodeSnowflake,
  FIRST_ID,
  firstIdAt,
  isId,
  LAST_ID,
  LOGICAL_SHARDS,
  MAX_MS,
  shardOfId,
  timeOfId,
} from './snowflake.ts';

const parts = fc.record({
  time: fc.integer({ min: EPOCH_MS, max: EPOCH_MS + MAX_MS - 1 }),
  shard: fc.nat(LOGICAL_SHARDS - 1),
  sequence: fc.nat(1023),
});

describe('snowflake ids', () => {
  it('round-trip, and carry their time and shard', () => {
    fc.assert(
      fc.property(parts, (made) => {
        const id = encodeSnowflake(made);
        expect(isId(id)).toBe(true);
        expect(decodeSnowflake(id)).toEqual(made);
        expect(shardOfId(id)).toBe(made.shard);
        expect(timeOfId(id)).toBe(made.time);
      }),
    );
  });

  it('sort as strings by time, then shard, then sequence', () => {
    fc.assert(
      fc.property(parts, parts, (a, b) => {
        const byParts = a.time - b.time || a.shard - b.shard || a.sequence - b.sequence;
        const [idA, idB] = [encodeSnowflake(a), encodeSnowflake(b)];
        expect(idA < idB ? -1 : idA > idB ? 1 : 0).toBe(Math.sign(byParts));
      }),
    );
  });

  it('of one millisecond lie between its first id and that of the next', () => {
    fc.assert(
      fc.property(parts, (made) => {
        fc.pre(made.time < EPOCH_MS + MAX_MS - 1);
        const id = encodeSnowflake(made);
        expect(firstIdAt(made.time) <= id).toBe(true);
        expect(id < firstIdAt(made.time + 1)).toBe(true);
        expect(FIRST_ID <= id && id <= LAST_ID).toBe(true);
      }),
    );
    expect(firstIdAt(0)).toBe(firstIdAt(EPOCH_MS));
  });

  it('refuse parts that do not fit their bits', () => {
    expect(() => encodeSnowflake({ time: EPOCH_MS - 1, shard: 0, sequence: 0 })).toThrow(RangeError);
    expect(() => encodeSnowflake({ time: EPOCH_MS, shard: LOGICAL_SHARDS, sequence: 0 })).toThrow(RangeError);
    expect(() => encodeSnowflake({ time: EPOCH_MS, shard: 0, sequence: 1024 })).toThrow(RangeError);
  });

  it('do not take text of another alphabet or length for an id', () => {
    for (const text of [
      '',
      'abc',
      '0'.repeat(12),
      '0'.repeat(14),
      'i000000000000',
      'g000000000000',
      '000000000000u',
      'DROP TABLE use',
    ]) {
      expect(isId(text), text).toBe(false);
    }
  });
});

describe('an id generator', () => {
  it('never repeats and never goes back, even past 1,024 ids in one millisecond', () => {
    fc.assert(
      fc.property(fc.nat(511), (start) => {
        const ids = createIdGenerator(() => start);
        const made = Array.from({ length: 3_000 }, () => ids.next(7, EPOCH_MS + 1_000));
        expect(new Set(made).size).toBe(made.length);
        expect(made).toEqual(made.toSorted());
        expect(made.every((id) => shardOfId(id) === 7)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('never goes back when the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 2, maxLength: 50 }), (clock) => {
        const ids = createIdGenerator();
        const made = clock.map((ms) => ids.next(7, EPOCH_MS + ms));
        expect(made).toEqual(made.toSorted());
        expect(new Set(made).size).toBe(made.length);
      }),
    );
  });

  it('dates ids by the clock again after a clock that was far ahead', () => {
    const ids = createIdGenerator();
    ids.next(7, EPOCH_MS + 3_600_000);
    const made = [ids.next(9, EPOCH_MS + 1_000), ids.next(3, EPOCH_MS + 1_001)];
    expect(made).toEqual(made.toSorted());
    expect(made.map(timeOfId)).toEqual([EPOCH_MS + 1_000, EPOCH_MS + 1_001]);
  });

  it('draws every shard with the same chance', () => {
    const ids = createIdGenerator();
    const draws = Array.from({ length: 20_000 }, () => ids.randomShard());
    expect(draws.every((shard) => Number.isInteger(shard) && shard >= 0 && shard < LOGICAL_SHARDS)).toBe(true);
    const lower = draws.filter((shard) => shard < LOGICAL_SHARDS / 2).length;
    // Nine standard deviations: it fails once in 10^18 runs of a fair draw.
    expect(Math.abs(lower - draws.length / 2)).toBeLessThan(9 * Math.sqrt(draws.length / 4));
  });
});
