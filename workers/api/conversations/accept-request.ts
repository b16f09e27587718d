import { conversationParamSchema, conversationSchema } from '../../../shared/contracts/index.ts';
import { requirePartner } from '../../conversations/require-partner.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { readOwnConversation } from './read-own-conversation.ts';

/** Takes a request up without an answer: it moves to your conversations, and the other one may go on. Repeating it is harmless. */
export const acceptRequest = route(
  {
    method: 'post',
    path: '/conversations/{id}/accept',
    tags: ['conversations'],
    summary: 'Accept a request',
    request: { params: conversationParamSchema },
    responses: answer(200, conversationSchema, 'The conversation.'),
    errors: ['not-found'],
  },
  async (c) => {
    const { services } = c.var;
    const viewer = requireViewer(c);
    const { id } = c.req.valid('param');
    await requirePartner(services, viewer, id);
    await services.stubs.conversation(id).accept(viewer.id);
    return c.json(await readOwnConversation(c, id), 200);
  },
);
