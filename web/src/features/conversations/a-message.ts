import type { Message } from '../../../../shared/contracts/index.ts';

/** A plain message for tests; name only what matters. */
export function aMessage(fields: Partial<Message> = {}): Message {
  return {
    id: '0000000000000',
    conversationId: '0000000000001-0000000000002',
    senderId: '0000000000001',
    text: 'Good light.',
    postId: null,
    post: null,
    seen: false,
    createdAt: '2026-03-01T12:00:00.000Z',
    ...fields,
  };
}
