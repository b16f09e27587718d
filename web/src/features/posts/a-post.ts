import type { Post } from '../../../../shared/contracts/index.ts';

/** A plain post for tests; name only what matters. */
export function aPost(fields: Partial<Post> = {}): Post {
  return {
    id: '0000000000000',
    author: { id: '0000000000009', username: 'mira', fullName: 'Mira', avatarUrl: null, isPrivate: false },
    caption: '',
    hashtags: [],
    mentions: [],
    people: [],
    media: [],
    location: null,
    hideLikes: false,
    commentsOff: false,
    counts: { likes: 0, comments: 0, shares: 0 },
    viewer: { liked: false, saved: false, shared: false },
    createdAt: '2026-03-01T12:00:00.000Z',
    editedAt: null,
    ...fields,
  };
}
