import { KEEP_MS } from '../../shared/db/idempotency/claim-key.ts';
import type { Outcome } from '../../shared/errors/index.ts';
import { hasAccepted, join } from './members.ts';

export type NewMessage = {
  id: string;
  senderId: string;
  recipientId: string;
  text: string;
  postId: string | null;
  clientKey: string | null;
  /** Whether the recipient follows the sender: then it is no request. */
  followed: boolean;
  /** Unix ms. */
  at: number;
};

/** What has to be known of a message to foresee what becomes of it. */
export type ForeseenMessage = Pick<NewMessage, 'senderId' | 'recipientId' | 'clientKey' | 'followed' | 'at'>;

export type SentMessage = {
  number: number;
  id: string;
  senderId: string;
  text: string;
  postId: string | null;
  at: number;
};

/** Messages of a request until it is answered: enough to say who one is. */
export const REQUEST_MESSAGES = 3;

const SELECT = 'SELECT number, id, sender_id AS senderId, text, post_id AS postId, at FROM messages';

/** Adds a message, once a day for each key of its sender; answering accepts. Runs in one transaction. */
export function sendMessage(sql: SqlStorage, message: NewMessage): Outcome<SentMessage, 'request-pending'> {
  const { id, senderId, recipientId, text, postId, clientKey, followed, at } = message;
  const known = findByKey(sql, message);
  if (known) return { ok: true, value: known };
  sql.exec('UPDATE messages SET client_key = NULL WHERE sender_id = ? AND client_key = ?', senderId, clientKey);
  join(sql, senderId, true);
  join(sql, recipientId, followed);
  if (!hasAccepted(sql, recipientId) && countFrom(sql, senderId) >= REQUEST_MESSAGES) {
    return { ok: false, code: 'request-pending' };
  }
  sql.exec(
    'INSERT INTO messages (id, sender_id, text, post_id, client_key, at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    senderId,
    text,
    postId,
    clientKey,
    at,
  );
  const sent = sql.exec<SentMessage>(`${SELECT} WHERE id = ?`, id).one();
  sql.exec('UPDATE members SET read_through = ? WHERE user_id = ?', sent.number, senderId);
  sql.exec('UPDATE members SET revision = revision + 1');
  return { ok: true, value: sent };
}

/** What would become of a message: it is added, it was before by the same key, or the request is full. */
export type Outlook = 'new' | 'known' | 'refused';

/** Foresees what `sendMessage` answers. */
export function foreseeMessage(sql: SqlStorage, message: ForeseenMessage): Outlook {
  const { senderId, recipientId, followed } = message;
  if (findByKey(sql, message)) return 'known';
  if (followed || hasAccepted(sql, recipientId) || countFrom(sql, senderId) < REQUEST_MESSAGES) return 'new';
  return 'refused';
}

/** Messages below a number, newest first. */
export function readMessages(sql: SqlStorage, below: number | null, limit: number): SentMessage[] {
  return sql
    .exec<SentMessage>(
      `${SELECT} WHERE number < ? ORDER BY number DESC LIMIT ?`,
      below ?? Number.MAX_SAFE_INTEGER,
      limit,
    )
    .toArray();
}

/** Marks what the other wrote as read, through a message or through all; never takes it back. */
export function markRead(sql: SqlStorage, userId: string, messageId: string | null): void {
  const { number } = sql
    .exec<{ number: number | null }>(
      'SELECT max(number) AS number FROM messages WHERE ?1 IS NULL OR id = ?1',
      messageId,
    )
    .one();
  sql.exec(
    'UPDATE members SET read_through = ?1, revision = revision + 1 WHERE user_id = ?2 AND read_through < ?1',
    number ?? 0,
    userId,
  );
}

/** What its sender sent with the same key within a day. */
function findByKey(
  sql: SqlStorage,
  { senderId, clientKey, at }: Pick<NewMessage, 'senderId' | 'clientKey' | 'at'>,
): SentMessage | undefined {
  return sql
    .exec<SentMessage>(`${SELECT} WHERE sender_id = ? AND client_key = ? AND at > ?`, senderId, clientKey, at - KEEP_MS)
    .toArray()[0];
}

function countFrom(sql: SqlStorage, senderId: string): number {
  return sql.exec<{ n: number }>('SELECT count(*) AS n FROM messages WHERE sender_id = ?', senderId).one().n;
}
