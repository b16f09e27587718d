import { conversationsPageSchema, conversationsQuerySchema } from '../../../shared/contracts/index.ts';
import {
  decodeConversationCursor,
  encodeConversationCursor,
} from '../../../shared/domain/paging/conversation-cursor.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { presentConversations } from './present-conversations.ts';

/** Your conversations, the newest message first; requests have a folder of their own. */
export const listConversations = route(
  {
    method: 'get',
    path: '/conversations',
    tags: ['conversations'],
    summary: 'Your conversations',
    request: { query: conversationsQuerySchema },
    responses: answer(200, conversationsPageSchema, 'A page of conversations.'),
  },
  async (c) => {
    const { limit, cursor, folder } = c.req.valid('query');
    const after = decodeConversationCursor(folder, cursor);
    const inbox = c.var.services.stubs.inbox(requireViewer(c).id);
    const { entries, unread } = await inbox.listConversations(folder === 'requests', after, limit + 1);
    const page = entries.slice(0, limit);
    const last = entries.length > limit ? page.at(-1) : undefined;
    const place = last?.last ? { at: last.last.at, id: last.id } : undefined;
    const conversations = await presentConversations(c, page);
    return c.json({ conversations, unread, nextCursor: encodeConversationCursor(folder, place) }, 200);
  },
);
