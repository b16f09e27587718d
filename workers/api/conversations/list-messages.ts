import { conversationParamSchema, messagesPageSchema, pageQuerySchema } from '../../../shared/contracts/index.ts';
import { decodeMessageCursor, encodeMessageCursor } from '../../../shared/domain/paging/conversation-cursor.ts';
import { requirePartner } from '../../conversations/require-partner.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { presentMessages } from './present-messages.ts';

/** The messages of a conversation of yours, newest first. */
export const listMessages = route(
  {
    method: 'get',
    path: '/conversations/{id}/messages',
    tags: ['conversations'],
    summary: 'Messages of a conversation',
    request: { params: conversationParamSchema, query: pageQuerySchema },
    responses: answer(200, messagesPageSchema, 'A page of messages.'),
    errors: ['not-found'],
  },
  async (c) => {
    const { services } = c.var;
    const { id } = c.req.valid('param');
    const { limit, cursor } = c.req.valid('query');
    const below = decodeMessageCursor(cursor);
    const { person } = await requirePartner(services, requireViewer(c), id);
    const { messages: rows, seen } = await services.stubs.conversation(id).page(person.id, below, limit + 1);
    const page = rows.slice(0, limit);
    const nextCursor = encodeMessageCursor(rows.length > limit ? page.at(-1)?.number : undefined);
    return c.json({ messages: await presentMessages(c, id, page, seen), nextCursor }, 200);
  },
);
