import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../errors/index.ts';
import { decodeIdCursor, encodeIdCursor } from './id-cursor.ts';
import { decodeLikerCursor, encodeLikerCursor } from './liker-cursor.ts';
import { decodeTimeCursor, encodeTimeCursor } from './time-cursor.ts';

const id = '01hq2m8k7w0c4';

describe('cursors', () => {
  it('round-trip', () => {
    expect(decodeIdCursor('posts', encodeIdCursor('posts', id) ?? undefined)).toBe(id);
    expect(decodeTimeCursor('people', encodeTimeCursor('people', { at: 17, id }) ?? undefined)).toEqual({ at: 17, id });
    for (const followed of [true, false]) {
      const place = { followed, at: 17, id };
      expect(decodeLikerCursor(encodeLikerCursor(place) ?? undefined)).toEqual(place);
    }
    expect(encodeIdCursor('posts', null)).toBeNull();
    expect(decodeIdCursor('posts', undefined)).toBeNull();
  });

  it('refuse another list’s cursor and any other text, naming the field', () => {
    expect(() => decodeIdCursor('posts', encodeIdCursor('saved', id) ?? '')).toThrow(AppError);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(() => decodeIdCursor('posts', text)).toThrow(/cursor/);
        expect(() => decodeTimeCursor('people', text)).toThrow(/cursor/);
        expect(() => decodeLikerCursor(text)).toThrow(/cursor/);
      }),
    );
  });
});
