import { otherIn } from '../../shared/domain/conversations/conversation-id.ts';
import { hasAccepted } from './members.ts';
import type { SentMessage } from './send-message.ts';
import { readMessages } from './send-message.ts';

/** Of the newest message, in lists: characters. */
const PREVIEW = 140;

/** What one member's inbox holds of a conversation, as of `revision`. */
export type ConversationEntry = {
  id: string;
  otherId: string;
  revision: number;
  unread: number;
  request: boolean;
  /** The other one has not taken the member's request up yet. */
  pending: boolean;
  last: Omit<SentMessage, 'number' | 'id'> | null;
};

/** A member's view; one who was never written to has an empty one. */
export function describeConversation(sql: SqlStorage, id: string, userId: string): ConversationEntry {
  const [member] = sql
    .exec<{ read_through: number; accepted: number; revision: number }>(
      'SELECT read_through, accepted, revision FROM members WHERE user_id = ?',
      userId,
    )
    .toArray();
  const { n } = sql
    .exec<{ n: number }>(
      'SELECT count(*) AS n FROM messages WHERE number > ? AND sender_id <> ?',
      member?.read_through ?? 0,
      userId,
    )
    .one();
  const [newest] = readMessages(sql, null, 1);
  const otherId = otherIn(id, userId) ?? '';
  return {
    id,
    otherId,
    revision: member?.revision ?? 0,
    unread: n,
    request: member?.accepted === 0,
    pending: hasAccepted(sql, otherId) === false,
    last: newest ? preview(newest) : null,
  };
}

function preview({ senderId, text, postId, at }: SentMessage): ConversationEntry['last'] {
  const characters = [...text];
  const short = characters.length > PREVIEW ? `${characters.slice(0, PREVIEW).join('')}…` : text;
  return { senderId, text: short, postId, at };
}
