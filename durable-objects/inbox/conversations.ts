import type { ConversationPlace } from '../../shared/domain/paging/conversation-cursor.ts';
import type { ConversationEntry } from '../conversation/describe-conversation.ts';

type Raw = {
  id: string;
  other_id: string;
  revision: number;
  unread: number;
  request: number;
  pending: number;
  at: number;
  sender_id: string;
  text: string;
  post_id: string | null;
};

/** Copies what a conversation says to its owner; an older revision changes nothing. Nothing was written, nothing is listed. */
export function applyConversation(
  sql: SqlStorage,
  { id, otherId, revision, unread, request, pending, last }: ConversationEntry,
): void {
  if (!last) return;
  sql.exec(
    `INSERT INTO conversations (id, other_id, revision, unread, request, pending, at, sender_id, text, post_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, unread = excluded.unread, request = excluded.request,
       pending = excluded.pending,
       at = excluded.at, sender_id = excluded.sender_id, text = excluded.text, post_id = excluded.post_id
     WHERE excluded.revision > revision`,
    id,
    otherId,
    revision,
    unread,
    request ? 1 : 0,
    pending ? 1 : 0,
    last.at,
    last.senderId,
    last.text,
    last.postId,
  );
}

/** Conversations of a folder behind a place, the newest message first. */
export function listConversations(
  sql: SqlStorage,
  requests: boolean,
  after: ConversationPlace | null,
  limit: number,
): ConversationEntry[] {
  const { at, id } = after ?? { at: Number.MAX_SAFE_INTEGER, id: '' };
  return sql
    .exec<Raw>(
      `SELECT id, other_id, revision, unread, request, pending, at, sender_id, text, post_id FROM conversations
       WHERE request = ? AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?`,
      requests ? 1 : 0,
      at,
      id,
      limit,
    )
    .toArray()
    .map((row) => ({
      id: row.id,
      otherId: row.other_id,
      revision: row.revision,
      unread: row.unread,
      request: row.request === 1,
      pending: row.pending === 1,
      last: { senderId: row.sender_id, text: row.text, postId: row.post_id, at: row.at },
    }));
}

/** Conversations with unread messages: those of the main folder, and requests. */
export function countUnreadConversations(sql: SqlStorage): { unread: number; requests: number } {
  return sql
    .exec<{ unread: number; requests: number }>(
      `SELECT count(*) FILTER (WHERE request = 0) AS unread, count(*) FILTER (WHERE request = 1) AS requests
       FROM conversations WHERE unread > 0`,
    )
    .one();
}
