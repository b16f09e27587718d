import type { ConversationEntry } from '../../../durable-objects/conversation/describe-conversation.ts';
import {
  type Conversation,
  conversationsPageSchema,
  conversationsQuerySchema,
} from '../../../shared/contracts/index.ts';
import {
  type ConversationPlace,
  decodeConversationCursor,
  encodeConversationCursor,
} from '../../../shared/domain/paging/conversation-cursor.ts';
import { readShownPage } from '../../../shared/domain/paging/read-shown-page.ts';
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
    let unread = 0;
    const { shown, last } = await readShownPage<ConversationEntry, Conversation>(
      limit,
      async (entry, count) => {
        const list = await inbox.listConversations(folder === 'requests', placeOf(entry) ?? after, count);
        unread = list.unread;
        return list.entries;
      },
      (page) => presentConversations(c, page),
    );
    return c.json({ conversations: shown, unread, nextCursor: encodeConversationCursor(folder, placeOf(last)) }, 200);
  },
);

function placeOf(entry: ConversationEntry | undefined): ConversationPlace | undefined {
  return entry?.last ? { at: entry.last.at, id: entry.id } : undefined;
}
