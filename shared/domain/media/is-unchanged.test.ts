import { describe, expect, it } from 'vitest';
import { isUnchanged } from './is-unchanged.ts';

const validators = { etag: '"abc"', lastModified: Date.UTC(2026, 2, 1, 12, 0, 0, 700) };

describe('isUnchanged', () => {
  it.each([
    [{ ifNoneMatch: '"abc"' }, true],
    [{ ifNoneMatch: 'W/"abc"' }, true],
    [{ ifNoneMatch: '"x", "abc"' }, true],
    [{ ifNoneMatch: '*' }, true],
    [{ ifNoneMatch: '"x"' }, false],
    [{ ifModifiedSince: 'Sun, 01 Mar 2026 12:00:00 GMT' }, true],
    [{ ifModifiedSince: 'Sun, 01 Mar 2026 11:59:59 GMT' }, false],
    [{ ifModifiedSince: 'yesterday' }, false],
    [{ ifNoneMatch: '"x"', ifModifiedSince: 'Sun, 01 Mar 2026 12:00:00 GMT' }, false],
    [{}, false],
  ])('judges %o', (preconditions, expected) => {
    expect(isUnchanged(preconditions, validators)).toBe(expected);
  });
});
