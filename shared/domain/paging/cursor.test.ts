import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../errors/index.ts';
import { decodeIdCursor, encodeIdCursor } from './id-cursor.ts';
import { decodeTimeCursor, encodeTimeCursor } from './time-cursor.ts';

const id = '01hq2m8k7w0c4';

describe('cursors', () => {
  it('round-trip', () => {
    expect(decodeIdCursor('posts', encodeIdCursor('posts', id) ?? undefined)).toBe(id);
    expect(decodeTimeCursor('people', encodeTimeCursor('people', { at: 17, id }) ?? undefined)).toEqual({ at: 17, id });
    expect(encodeIdCursor('posts', null)).toBeNull();
    expect(decodeIdCursor('posts', undefined)).toBeNull();
  });

  it('refuse another list’s cursor and any other text, naming the field', () => {
    expect(() => decodeIdCursor('posts', encodeIdCursor('saved', id) ?? '')).toThrow(AppError);
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(() => decodeIdCursor('posts', text)).toThrow(/cursor/);
        expect(() => decodeTimeCursor('people', text)).toThrow(/cursor/);
      }),
    );
  });
});
