import { conversationSchema, createConversationSchema } from '../../../shared/contracts/index.ts';
import { conversationIdOf } from '../../../shared/domain/conversations/conversation-id.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { requirePartner } from '../../conversations/require-partner.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { readOwnConversation } from './read-own-conversation.ts';

/** The conversation with somebody: there is one, and the other hears of it with the first message. */
export const openConversation = route(
  {
    method: 'post',
    path: '/conversations',
    tags: ['conversations'],
    summary: 'Open the conversation with somebody',
    request: { body: jsonBody(createConversationSchema) },
    responses: answer(200, conversationSchema, 'The conversation.'),
    errors: ['not-found', 'forbidden'],
  },
  async (c) => {
    const viewer = requireViewer(c);
    const { userId } = c.req.valid('json');
    if (userId === viewer.id) throw new AppError('forbidden', { detail: 'A conversation needs two.' });
    const id = conversationIdOf(viewer.id, userId);
    await requirePartner(c.var.services, viewer, id);
    return c.json(await readOwnConversation(c, id), 200);
  },
);
