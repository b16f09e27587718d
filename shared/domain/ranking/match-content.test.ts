import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchContent, tasteOf } from './match-content.ts';
import { POST_KINDS, placeOf } from './post-facts.ts';

const content = fc.record({
  kind: fc.constantFrom(...POST_KINDS),
  tags: fc.uniqueArray(fc.constantFrom('dusk', 'sea', 'city', 'fog'), { maxLength: 3 }),
  place: fc.constantFrom(0, 1, 2, 3),
});

describe('content match', () => {
  it('takes every type for half liked without a history', () => {
    const [photo, video] = (['photo', 'video'] as const).map((kind) =>
      matchContent({ kind, tags: ['dusk'], place: 7 }, tasteOf([])),
    );
    expect(photo).toBe(0.3);
    expect(video).toBe(0.3);
  });

  it('prefers the type, the hashtag and the place of what was liked', () => {
    const lisbon = placeOf(38.72, -9.14);
    const taste = tasteOf(Array.from({ length: 5 }, () => ({ kind: 'video' as const, tags: ['sea'], place: lisbon })));
    const other = { kind: 'photo' as const, tags: ['city'], place: placeOf(48.85, 2.35) };
    const plain = matchContent(other, taste);
    expect(matchContent({ ...other, kind: 'video' }, taste)).toBeGreaterThan(plain);
    expect(matchContent({ ...other, tags: ['city', 'sea'] }, taste)).toBeGreaterThan(plain);
    expect(matchContent({ ...other, place: placeOf(38.73, -9.12) }, taste)).toBeGreaterThan(plain);
  });

  it('is in [0, 1], and never falls when a post like it is liked', () => {
    fc.assert(
      fc.property(content, fc.array(content, { maxLength: 40 }), (post, liked) => {
        const before = matchContent(post, tasteOf(liked));
        const after = matchContent(post, tasteOf([...liked, post]));
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeLessThanOrEqual(1);
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });
});

describe('a place', () => {
  it('is one square of the map, or none', () => {
    expect(placeOf(null, 4)).toBe(0);
    expect(placeOf(38.72, -9.14)).toBe(placeOf(38.71, -9.13));
    expect(placeOf(38.72, -9.14)).not.toBe(placeOf(38.72, -9.34));
    expect(placeOf(-90, -180)).toBeGreaterThan(0);
  });
});
