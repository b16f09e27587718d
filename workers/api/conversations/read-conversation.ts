import {
  conversationParamSchema,
  readConversationSchema,
  unreadAnswerSchema,
} from '../../../shared/contracts/index.ts';
import { requirePartner } from '../../conversations/require-partner.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, optionalBody, route } from '../../http/route.ts';

/** Marks what the other wrote as read. It accepts nothing: that takes an answer. */
export const readConversation = route(
  {
    method: 'post',
    path: '/conversations/{id}/read',
    tags: ['conversations'],
    summary: 'Mark messages as read',
    request: { params: conversationParamSchema, body: optionalBody(readConversationSchema) },
    responses: answer(200, unreadAnswerSchema, 'How many messages of it are unread now.'),
    errors: ['not-found'],
  },
  async (c) => {
    const { services } = c.var;
    const viewer = requireViewer(c);
    const { id } = c.req.valid('param');
    const { messageId = null } = c.req.valid('json') ?? {};
    await requirePartner(services, viewer, id);
    const { unread } = await services.stubs.conversation(id).read(viewer.id, messageId);
    return c.json({ unread }, 200);
  },
);
