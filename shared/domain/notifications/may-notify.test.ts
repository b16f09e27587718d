import { describe, expect, it } from 'vitest';
import { type NotificationKind, notificationKindSchema } from '../../contracts/index.ts';
import { DEFAULT_PREFERENCES, mayHearOf, wantsToHear } from './may-notify.ts';

const stranger = { following: false, blocking: false, blockedBy: false, muting: false };
const kinds = notificationKindSchema.options;
const ALWAYS: NotificationKind[] = ['follow-request', 'follow-accepted'];

describe('whom a person hears of', () => {
  it('is everybody whom no block parts from them', () => {
    for (const kind of kinds) {
      expect(mayHearOf(kind, stranger)).toBe(true);
      expect(mayHearOf(kind, { ...stranger, blocking: true })).toBe(false);
      expect(mayHearOf(kind, { ...stranger, blockedBy: true })).toBe(false);
    }
  });

  it('is nobody muted, but for requests and answers', () => {
    const heard = kinds.filter((kind) => mayHearOf(kind, { ...stranger, following: true, muting: true }));
    expect(heard).toEqual(ALWAYS);
  });
});

describe('what a person chose', () => {
  it('is everything at first', () => {
    for (const kind of kinds) expect(wantsToHear(kind, false, DEFAULT_PREFERENCES)).toBe(true);
  });

  it('may be the people they follow, or nobody', () => {
    const likes = (choice: 'following' | 'nobody') => ({ ...DEFAULT_PREFERENCES, likes: choice });
    for (const kind of ['like', 'comment-like'] as const) {
      expect(wantsToHear(kind, true, likes('following'))).toBe(true);
      expect(wantsToHear(kind, false, likes('following'))).toBe(false);
      expect(wantsToHear(kind, true, likes('nobody'))).toBe(false);
    }
    expect(wantsToHear('comment', false, likes('nobody'))).toBe(true);
  });

  it('never keeps requests and answers away', () => {
    const off = Object.fromEntries(Object.keys(DEFAULT_PREFERENCES).map((name) => [name, 'nobody']));
    const heard = kinds.filter((kind) => wantsToHear(kind, false, off as typeof DEFAULT_PREFERENCES));
    expect(heard).toEqual(ALWAYS);
  });
});
