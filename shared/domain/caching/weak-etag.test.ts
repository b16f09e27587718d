import fc from 'fast-check';
import { expect, it } from 'vitest';
import { weakEtag } from './weak-etag.ts';

it('is the same for the same text, and another for another', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(weakEtag(a)).toMatch(/^W\/"[0-9a-z]+"$/);
      expect(weakEtag(a) === weakEtag(b)).toBe(a === b);
    }),
  );
});
