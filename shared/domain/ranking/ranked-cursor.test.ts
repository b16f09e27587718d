import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../errors/index.ts';
import { EPOCH_MS, encodeSnowflake } from '../../ids/snowflake.ts';
import { encodeIdCursor } from '../paging/id-cursor.ts';
import { coarseTimeOfId } from './coarse-time.ts';
import { fingerprint } from './fingerprint.ts';
import { decodeCuts, decodeRankedPlace, encodeCuts, encodeRankedPlace, type RankedPlace } from './ranked-cursor.ts';
import { packShown, shownPrint, unpackShown } from './shown-posts.ts';

const time = fc.integer({ min: EPOCH_MS, max: EPOCH_MS + 2 ** 40 });
const id = fc.record({ time, shard: fc.nat(8_191), sequence: fc.nat(1_023) }).map(encodeSnowflake);
const bound = fc.oneof(id, fc.constant(''));
const cuts = fc.array(fc.tuple(id, id), { maxLength: 4 }).map((pairs) => encodeCuts(new Map(pairs)));
const shown = fc.array(fc.nat(2 ** 24 - 1), { maxLength: 20 }).map(packShown);
const place: fc.Arbitrary<RankedPlace> = fc.oneof(
  fc.record({
    phase: fc.constant('ranked' as const),
    snapshot: fc.record({ top: id, floor: bound, cuts, salt: fc.nat(9) }),
    shown,
    lastAuthor: id,
  }),
  fc.record({ phase: fc.constant('older' as const), before: id, floor: bound, cuts, position: fc.nat(10_000) }),
);

describe('a ranked cursor', () => {
  it('round-trips', () => {
    fc.assert(
      fc.property(place, (given) => {
        expect(decodeRankedPlace(encodeRankedPlace(given))).toEqual(given);
      }),
    );
  });

  it('refuses another list’s cursor and any other text, naming the field', () => {
    const latest = encodeIdCursor('latest', '01hq2m8k7w0c4') ?? '';
    for (const text of [latest, `${latest}.AAAA`]) expect(() => decodeRankedPlace(text)).toThrow(AppError);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeRankedPlace(text)).toThrow(/cursor/);
      }),
    );
    fc.assert(
      fc.property(place, fc.nat(30), (given, at) => {
        const cursor = encodeRankedPlace(given);
        expect(() => decodeRankedPlace(`${cursor.slice(0, at)}!${cursor.slice(at)}`)).toThrow(/cursor/);
      }),
    );
  });

  it('keeps the cuts of sources', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(id, id), { maxLength: 9 }), (pairs) => {
        const given = new Map(pairs);
        expect(decodeCuts(encodeCuts(given))).toEqual(given);
      }),
    );
  });
});

describe('shown posts', () => {
  it('round-trip in four characters each', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(2 ** 24 - 1), { maxLength: 99 }), (prints) => {
        expect([...unpackShown(packShown(prints))]).toEqual(prints);
        expect(packShown(prints)).toHaveLength(4 * prints.length);
      }),
    );
  });

  it('tell ids of one moment apart, and differ with the salt', () => {
    const ids = Array.from({ length: 500 }, (_, sequence) => encodeSnowflake({ time: EPOCH_MS, shard: 1, sequence }));
    const printsOf = (salt: number) => ids.map((each) => shownPrint(fingerprint(each, salt)));
    expect(new Set(printsOf(0)).size).toBe(ids.length);
    expect(printsOf(1)).not.toEqual(printsOf(0));
  });
});

describe('the coarse time of an id', () => {
  it('is at most 4 ms early', () => {
    fc.assert(
      fc.property(time, fc.nat(8_191), (at, shard) => {
        const late = at - coarseTimeOfId(encodeSnowflake({ time: at, shard, sequence: 0 }));
        expect(late).toBeGreaterThanOrEqual(0);
        expect(late).toBeLessThan(4);
      }),
    );
  });
});
