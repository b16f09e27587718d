import { DurableObject } from 'cloudflare:workers';
import type { NotificationPreferences } from '../../shared/contracts/index.ts';
import type { ConversationPlace } from '../../shared/domain/paging/conversation-cursor.ts';
import type { NoticePlace } from '../../shared/domain/paging/notice-cursor.ts';
import type { ConversationEntry } from '../conversation/describe-conversation.ts';
import { runMigrations } from '../run-migrations.ts';
import { applyNotice, forgetOldest, type NoticeChange } from './apply-notice.ts';
import { applyConversation, countUnreadConversations, listConversations } from './conversations.ts';
import { migrations } from './migrations.ts';
import { readPreferences, writePreferences } from './preferences.ts';
import { countUnread, markRead, type NoticeRow, readNotices } from './read-notices.ts';
import { type FoundPage, settlePage } from './settle-page.ts';

export type InboxPage = { rows: NoticeRow[]; unread: number };

/** What one user is to hear of, what they have read of it, what they chose to hear of, and their conversations. Named by the user's id. */
export class Inbox extends DurableObject {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Cloudflare.Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    runMigrations(ctx.storage, migrations);
  }

  /** Brings notices up to date with their truths, in one commit; keeps the newest `keep`. Answers how many are unread. */
  apply(changes: NoticeChange[], keep: number): number {
    return this.ctx.storage.transactionSync(() => {
      const preferences = readPreferences(this.#sql);
      for (const change of changes) applyNotice(this.#sql, preferences, change);
      forgetOldest(this.#sql, keep);
      return countUnread(this.#sql);
    });
  }

  /** A page, newest first, behind a place. */
  list(after: NoticePlace | null, limit: number): InboxPage {
    return { rows: readNotices(this.#sql, after, limit), unread: countUnread(this.#sql) };
  }

  /** A block parts the owner from somebody: nothing of theirs waits to be read. */
  forgetUnread(otherId: string): void {
    this.#sql.exec('UPDATE conversations SET unread = 0 WHERE other_id = ?', otherId);
  }

  countUnread(): number {
    return countUnread(this.#sql);
  }

  /** Marks what happened until `through` (Unix ms) as read; answers what is unread then. */
  markRead(through: number): number {
    markRead(this.#sql, through);
    return countUnread(this.#sql);
  }

  readPreferences(): NotificationPreferences {
    return readPreferences(this.#sql);
  }

  writePreferences(preferences: NotificationPreferences): void {
    writePreferences(this.#sql, preferences);
  }

  /** Keeps what a page found when it was to be shown; answers what is unread then. */
  settlePage(found: FoundPage): number {
    return this.ctx.storage.transactionSync(() => {
      settlePage(this.#sql, found);
      return countUnread(this.#sql);
    });
  }

  /** Withdraws all that is about a deleted post. */
  withdrawPost(postId: string): void {
    this.#sql.exec('UPDATE notices SET present = 0 WHERE post_id = ?', postId);
  }

  /** Copies what a conversation says to the owner. */
  applyConversation(entry: ConversationEntry): void {
    applyConversation(this.#sql, entry);
  }

  /** Conversations of a folder, the newest message first, and how many have unread messages. */
  listConversations(
    requests: boolean,
    after: ConversationPlace | null,
    limit: number,
  ): { entries: ConversationEntry[]; unread: number } {
    const entries = listConversations(this.#sql, requests, after, limit);
    return { entries, unread: countUnreadConversations(this.#sql).unread };
  }

  /** How many conversations, and how many requests, have unread messages. */
  countUnreadConversations(): { unread: number; requests: number } {
    return countUnreadConversations(this.#sql);
  }

  /** Gives the storage back when the account is deleted. */
  async empty(): Promise<void> {
    await this.ctx.blockConcurrencyWhile(async () => {
      await this.ctx.storage.deleteAll();
      runMigrations(this.ctx.storage, migrations);
    });
  }
}
