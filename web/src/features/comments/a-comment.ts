import type { Comment } from '../../../../shared/contracts/index.ts';

/** A plain comment for tests; name only what matters. */
export function aComment(fields: Partial<Comment> = {}): Comment {
  return {
    id: '0000000000000',
    postId: '0000000000001',
    parentId: null,
    author: { id: '0000000000009', username: 'mira', fullName: 'Mira', avatarUrl: null, isPrivate: false },
    text: 'Good light.',
    hashtags: [],
    mentions: [],
    status: 'published',
    pinned: false,
    counts: { replies: 0, likes: 0 },
    viewer: { liked: false, canEdit: false, canDelete: false },
    createdAt: '2026-03-01T12:00:00.000Z',
    editedAt: null,
    ...fields,
  };
}
