import { conversationParamSchema, messageSchema, sendMessageSchema } from '../../../shared/contracts/index.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { requireVisiblePost } from '../../cards/require-visible-post.ts';
import { requirePartner } from '../../conversations/require-partner.ts';
import { sendTo } from '../../conversations/send-to.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { presentMessages } from './present-messages.ts';

/** Writes to the other one. To somebody who does not follow you it is a request, of three messages until they answer. */
export const sendMessage = route(
  {
    method: 'post',
    path: '/conversations/{id}/messages',
    tags: ['conversations'],
    summary: 'Send a message',
    limit: 'message',
    request: { params: conversationParamSchema, body: jsonBody(sendMessageSchema) },
    responses: answer(201, messageSchema, 'The message.'),
    errors: ['not-found', 'forbidden'],
  },
  async (c) => {
    const { id } = c.req.valid('param');
    const { text = '', postId = null } = c.req.valid('json');
    const partner = await requirePartner(c.var.services, requireViewer(c), id);
    if (postId) await requireVisiblePost(c, postId);
    const sent = await sendTo(c, partner, { text, postId });
    const [message] = await presentMessages(c, id, [sent]);
    if (!message) throw notFound('message');
    return c.json(message, 201);
  },
);
