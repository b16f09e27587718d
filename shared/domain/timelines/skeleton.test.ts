import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LAST_ID } from '../../ids/index.ts';
import { NOTHING_PENDING } from '../likes/pending-likes.ts';
import { decodeSkeleton, encodeSkeleton } from './skeleton.ts';

const id = fc.stringMatching(/^[0-9a-f][0-9a-hjkmnp-tv-z]{12}$/);
const flag = fc.boolean();
const entry = fc
  .record({
    entryId: id,
    postId: fc.option(id, { nil: undefined }),
    revision: fc.nat(),
    liked: flag,
    saved: flag,
    own: flag,
    shared: flag,
    hidden: flag,
    reposterId: fc.option(id, { nil: undefined }),
    pendingLikes: fc.record({
      unreported: fc.integer({ min: -1_000, max: 1_000_000 }),
      reported: fc.array(fc.record({ likes: fc.integer(), by: fc.constant('row' as const), from: fc.nat() })),
    }),
  })
  .map((made) => ({ ...made, postId: made.postId ?? made.entryId }));

it('crosses the way from cell to Worker unchanged', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 100 }), (entries) => {
      expect(decodeSkeleton(encodeSkeleton(entries))).toEqual(entries);
    }),
  );
});

it('writes a plain post in its id and two characters more', () => {
  const plain = { liked: false, saved: false, own: false, shared: false, hidden: false };
  const text = encodeSkeleton([
    { entryId: LAST_ID, postId: LAST_ID, revision: 1, ...plain, pendingLikes: NOTHING_PENDING },
  ]);
  expect(text).toHaveLength(LAST_ID.length + 2);
});
