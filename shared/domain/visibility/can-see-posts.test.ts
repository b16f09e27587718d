import { describe, expect, it } from 'vitest';
import { canSeePosts, isLeftOut, isParted, type Standing } from './can-see-posts.ts';

const open = { id: 'ann', isPrivate: false };
const closed = { id: 'ann', isPrivate: true };

describe('who sees the posts of an author', () => {
  it.each<[string, string | undefined, typeof open, Standing | undefined, boolean]>([
    ['nobody in particular, of a public one', undefined, open, undefined, true],
    ['nobody in particular, of a private one', undefined, closed, undefined, false],
    ['a stranger, of a public one', 'ben', open, undefined, true],
    ['a stranger, of a private one', 'ben', closed, { following: false }, false],
    ['a follower, of a private one', 'ben', closed, { following: true }, true],
    ['a follower whom they block', 'ben', open, { following: true, blockedBy: true }, false],
    ['a follower who blocks them', 'ben', closed, { following: true, blocking: true }, false],
    ['a follower who mutes them', 'ben', closed, { following: true, muting: true }, true],
    ['the author', 'ann', closed, undefined, true],
  ])('%s', (_name, viewerId, author, standing, expected) => {
    expect(canSeePosts(viewerId, author, standing)).toBe(expected);
  });
});

describe('who is left out of lists and feeds', () => {
  it.each<[Standing | undefined, boolean, boolean]>([
    [undefined, false, false],
    [{ following: true }, false, false],
    [{ blocking: true }, true, true],
    [{ blockedBy: true }, true, true],
    [{ muting: true }, false, true],
  ])('%j', (standing, parted, leftOut) => {
    expect([isParted(standing), isLeftOut(standing)]).toEqual([parted, leftOut]);
  });
});
