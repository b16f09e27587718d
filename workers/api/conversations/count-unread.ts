import { conversationsUnreadSchema } from '../../../shared/contracts/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';

/** How many conversations have unread messages: one call, cheap enough to ask each half minute. */
export const countUnreadMessages = route(
  {
    method: 'get',
    path: '/conversations/unread',
    tags: ['conversations'],
    summary: 'How many conversations you have not read',
    responses: answer(200, conversationsUnreadSchema, 'The numbers.'),
  },
  async (c) => c.json(await c.var.services.stubs.inbox(requireViewer(c).id).countUnreadConversations(), 200),
);
