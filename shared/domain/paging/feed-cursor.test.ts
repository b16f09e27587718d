import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_CURSOR_LENGTH } from '../../contracts/index.ts';
import { encodeSnowflake } from '../../ids/snowflake.ts';
import { decodeFeedCursor, encodeFeedCursor } from './feed-cursor.ts';

const anId = fc
  .integer({ min: 0, max: 1_000_000 })
  .map((n) => encodeSnowflake({ time: 1_800_000_000_000 + n, shard: 7, sequence: 3 }));
const aCursor = fc.stringMatching(/^[\w.-]{1,40}$/);

it('round-trips, and is the cursor of its order while nothing was passed on', () => {
  fc.assert(
    fc.property(aCursor, fc.array(anId, { maxLength: 40 }), (cursor, passedOn) => {
      const text = encodeFeedCursor({ cursor, passedOn });
      expect(decodeFeedCursor(text)).toEqual({ cursor, passedOn });
      if (passedOn.length === 0) expect(text).toBe(cursor);
    }),
  );
});

it('keeps the posts shown last when there are more than a cursor may hold', () => {
  const passedOn = Array.from({ length: 1_000 }, (_, n) =>
    encodeSnowflake({ time: 1_800_000_000_000 + n, shard: 7, sequence: 3 }),
  );
  for (const cursor of ['c'.repeat(30), 'c'.repeat(MAX_CURSOR_LENGTH - 20), 'c'.repeat(MAX_CURSOR_LENGTH - 1)]) {
    const text = encodeFeedCursor({ cursor, passedOn });
    expect(text.length).toBeLessThanOrEqual(MAX_CURSOR_LENGTH);
    const kept = decodeFeedCursor(text).passedOn;
    expect(kept).toEqual(kept.length > 0 ? passedOn.slice(-kept.length) : []);
  }
  expect(decodeFeedCursor(encodeFeedCursor({ cursor: 'c'.repeat(30), passedOn })).passedOn.length).toBeGreaterThan(300);
});

it('refuses what is no list of posts', () => {
  for (const text of ['c~x', 'c~01hq2m8k7w0c', 'c~01hq2m8k7w0c401', 'c~01hq2m8k7w0c4~', 'c~01hq2m8k7w0cu']) {
    expect(() => decodeFeedCursor(text), text).toThrow(/cursor/);
  }
});
