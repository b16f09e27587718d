import { DurableObject } from 'cloudflare:workers';
import type { Outcome } from '../../shared/errors/index.ts';
import type { Inbox } from '../inbox/inbox.ts';
import { runMigrations } from '../run-migrations.ts';
import { type ConversationEntry, describeConversation } from './describe-conversation.ts';
import { acceptRequest, seenThrough } from './members.ts';
import { migrations } from './migrations.ts';
import {
  type ForeseenMessage,
  foreseeMessage,
  markRead,
  type NewMessage,
  type Outlook,
  readMessages,
  type SentMessage,
  sendMessage,
} from './send-message.ts';

/** What an inbox did not take at once is told again after this. */
const RETRY_MS = 5_000;

/** The messages of two people, and how far each has read. Named by `conversationIdOf`. The callers know who may. */
export class Conversation extends DurableObject<Cloudflare.Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    runMigrations(ctx.storage, migrations);
  }

  /** Adds a message and tells both inboxes; the same key of a sender adds one message a day. */
  async send(message: NewMessage): Promise<Outcome<SentMessage, 'request-pending'>> {
    const sent = this.ctx.storage.transactionSync(() => sendMessage(this.#sql, message));
    if (sent.ok) await this.#tell();
    return sent;
  }

  /** What `send` would answer at this moment; nothing is added. */
  foresee(message: ForeseenMessage): Outlook {
    return foreseeMessage(this.#sql, message);
  }

  /** Messages below a number, newest first, and the number through which the other member, `otherId`, has read. */
  page(otherId: string, below: number | null, limit: number): { messages: SentMessage[]; seen: number } {
    return { messages: readMessages(this.#sql, below, limit), seen: seenThrough(this.#sql, otherId) };
  }

  /** A member takes a request up; answers what they have of the conversation then. */
  async accept(userId: string): Promise<ConversationEntry> {
    this.ctx.storage.transactionSync(() => acceptRequest(this.#sql, userId));
    await this.#tell();
    return this.describe(userId);
  }

  /** A member has read through a message, or all; answers what they have of it. */
  async read(userId: string, messageId: string | null): Promise<ConversationEntry> {
    this.ctx.storage.transactionSync(() => markRead(this.#sql, userId, messageId));
    await this.#tell();
    return this.describe(userId);
  }

  /** What a member has of the conversation. */
  describe(userId: string): ConversationEntry {
    return describeConversation(this.#sql, this.#name(), userId);
  }

  /** Tells the inboxes what they have not taken. */
  override async alarm(): Promise<void> {
    await this.#tell();
  }

  /** Brings the members' inboxes up to date. The alarm is set with the change: a crash, or a failing inbox, is made good. */
  async #tell(): Promise<void> {
    const due = this.#sql
      .exec<{ user_id: string }>('SELECT user_id FROM members WHERE revision > told')
      .toArray()
      .map(({ user_id }) => user_id);
    if (due.length === 0) return;
    await this.ctx.storage.setAlarm(Date.now() + RETRY_MS);
    const inboxes = this.env.INBOX as unknown as DurableObjectNamespace<Inbox>;
    await Promise.allSettled(
      due.map(async (userId) => {
        const entry = this.describe(userId);
        await inboxes.get(inboxes.idFromName(userId)).applyConversation(entry);
        this.#sql.exec('UPDATE members SET told = max(told, ?) WHERE user_id = ?', entry.revision, userId);
      }),
    );
    // Another change may still be on its way to an inbox: the alarm stays until all are told.
    const untold = this.#sql.exec('SELECT 1 FROM members WHERE revision > told LIMIT 1').toArray();
    if (untold.length === 0) await this.ctx.storage.deleteAlarm();
  }

  #name(): string {
    const { name } = this.ctx.id;
    if (!name) throw new Error('a conversation is reached by its name');
    return name;
  }
}
