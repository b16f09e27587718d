import { conversationParamSchema, conversationSchema } from '../../../shared/contracts/index.ts';
import { requirePartner } from '../../conversations/require-partner.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { readOwnConversation } from './read-own-conversation.ts';

/** One of your conversations; also one in which nothing was written yet. */
export const getConversation = route(
  {
    method: 'get',
    path: '/conversations/{id}',
    tags: ['conversations'],
    summary: 'One of your conversations',
    request: { params: conversationParamSchema },
    responses: answer(200, conversationSchema, 'The conversation.'),
    errors: ['not-found'],
  },
  async (c) => {
    const { id } = c.req.valid('param');
    await requirePartner(c.var.services, requireViewer(c), id);
    return c.json(await readOwnConversation(c, id), 200);
  },
);
