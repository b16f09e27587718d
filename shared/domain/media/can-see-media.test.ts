import { describe, expect, it } from 'vitest';
import { canSeeMedia, isPublicMedia, type MediaFacts, type ViewerFacts } from './can-see-media.ts';

const aMedium = (given: Partial<MediaFacts> = {}): MediaFacts => ({
  ownerId: 'owner',
  ownerActive: true,
  ownerPrivate: false,
  isAvatar: false,
  attached: true,
  audience: 'account',
  withheld: false,
  ...given,
});
const aViewer = (given: Partial<ViewerFacts> = {}): ViewerFacts => ({
  viewerId: 'viewer',
  follows: false,
  blocked: false,
  vouched: false,
  ...given,
});

describe('isPublicMedia', () => {
  it.each([
    ['a posted photo of a public account', {}, true],
    ['one of a private account', { ownerPrivate: true }, false],
    ['one that nothing shows', { attached: false }, false],
    ['one for close friends', { audience: 'restricted' as const }, false],
    ['one of a suspended account', { ownerActive: false }, false],
    ['one held back', { withheld: true }, false],
  ])('judges %s', (_, facts, expected) => {
    expect(isPublicMedia(aMedium(facts), 'feed')).toBe(expected);
  });

  it('shows avatars of private accounts, but only small', () => {
    const avatar = aMedium({ isAvatar: true, ownerPrivate: true });
    expect(isPublicMedia(avatar, 'profile')).toBe(true);
    expect(isPublicMedia(avatar, 'thumb')).toBe(true);
    expect(isPublicMedia(avatar, 'full')).toBe(false);
    expect(isPublicMedia({ ...avatar, withheld: true }, 'profile')).toBe(false);
  });
});

describe('canSeeMedia', () => {
  it.each([
    ['a public medium', {}, {}, true],
    ['somebody blocked', {}, { blocked: true, follows: true }, false],
    ['a private account, by a follower', { ownerPrivate: true }, { follows: true }, true],
    ['a private account, by a stranger', { ownerPrivate: true }, {}, false],
    ['a private account, by a stranger with an old URL', { ownerPrivate: true }, { vouched: true }, false],
    ['close friends only, vouched for', { audience: 'restricted' as const }, { vouched: true }, true],
    ['close friends only, a follower', { audience: 'restricted' as const }, { follows: true }, false],
    ['not attached, by another', { attached: false }, { follows: true, vouched: true }, false],
    ['not attached, by the owner', { attached: false }, { viewerId: 'owner' }, true],
    ['withheld, by the owner', { withheld: true }, { viewerId: 'owner' }, true],
    ['withheld, by another', { withheld: true }, { follows: true }, false],
    ['of a suspended account', { ownerActive: false }, { follows: true }, false],
  ])('%s', (_, medium, viewer, expected) => {
    expect(canSeeMedia(aMedium(medium), aViewer(viewer))).toBe(expected);
  });
});
