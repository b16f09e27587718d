import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { KEEP_MS } from '../../shared/db/idempotency/claim-key.ts';
import { conversationIdOf } from '../../shared/domain/conversations/conversation-id.ts';
import { createIdGenerator } from '../../shared/ids/index.ts';
import type { Inbox } from '../inbox/inbox.ts';
import type { Conversation } from './conversation.ts';
import { type NewMessage, REQUEST_MESSAGES } from './send-message.ts';

const ids = createIdGenerator();

function aConversation() {
  const [ann = '', ben = ''] = [ids.next(1, Date.now()), ids.next(1, Date.now())];
  const id = conversationIdOf(ann, ben);
  const conversations = env.CONVERSATION as unknown as DurableObjectNamespace<Conversation>;
  const inboxes = env.INBOX as unknown as DurableObjectNamespace<Inbox>;
  const conversation = conversations.get(conversations.idFromName(id));
  const inboxOf = (userId: string) => inboxes.get(inboxes.idFromName(userId));
  const message = (text: string, given: Partial<NewMessage> = {}): NewMessage => ({
    id: ids.next(1, Date.now()),
    senderId: ann,
    recipientId: ben,
    text,
    postId: null,
    clientKey: null,
    followed: true,
    at: Date.now(),
    ...given,
  });
  const listed = async (userId: string, requests = false) =>
    (await inboxOf(userId).listConversations(requests, null, 10)).entries;
  const page = async (below: number | null, limit: number) => (await conversation.page(ben, below, limit)).messages;
  const seenBy = async (userId: string) => (await conversation.page(userId, null, 1)).seen;
  const textsOf = async () => (await page(null, 100)).map(({ text }) => text);
  return { ann, ben, id, conversation, inboxOf, message, listed, page, seenBy, textsOf };
}

describe('a conversation', () => {
  it('keeps messages in the order in which they came, through an eviction, and pages through them', async () => {
    const { conversation, message, page, textsOf } = aConversation();
    for (const text of ['one', 'two', 'three']) await conversation.send(message(text));
    await evictDurableObject(conversation);
    expect(await textsOf()).toEqual(['three', 'two', 'one']);
    const [newest] = await page(null, 1);
    expect((await page(newest?.number ?? 0, 10)).map(({ text }) => text)).toEqual(['two', 'one']);
  });

  it('takes a message once for each key of its sender', async () => {
    const { ann, ben, conversation, message, textsOf } = aConversation();
    const first = await conversation.send(message('one', { clientKey: 'key' }));
    const again = await conversation.send(message('one', { clientKey: 'key' }));
    expect(again).toEqual(first);
    await conversation.send(message('two', { clientKey: 'key', senderId: ben, recipientId: ann }));
    expect(await textsOf()).toEqual(['two', 'one']);
  });

  it('takes another with a key that was used a day ago, and foresees it', async () => {
    const { conversation, message, textsOf } = aConversation();
    const at = Date.now();
    await conversation.send(message('one', { clientKey: 'key', at: at - KEEP_MS + 1 }));
    expect(await conversation.foresee(message('one', { clientKey: 'key', at }))).toBe('known');
    expect(await conversation.foresee(message('one', { clientKey: 'key', at: at + 1 }))).toBe('new');
    await conversation.send(message('two', { clientKey: 'key', at: at + 1 }));
    expect(await textsOf()).toEqual(['two', 'one']);
  });

  it('tells both inboxes, with what is unread', async () => {
    const { ann, ben, id, conversation, message, page, listed } = aConversation();
    await conversation.send(message('one'));
    await conversation.send(message('two'));
    expect(await listed(ann)).toMatchObject([{ id, otherId: ben, unread: 0, last: { text: 'two', senderId: ann } }]);
    expect(await listed(ben)).toMatchObject([{ id, otherId: ann, unread: 2, request: false }]);
    const [, first] = await page(null, 2);
    expect(await conversation.read(ben, first?.id ?? null)).toMatchObject({ unread: 1 });
    expect(await conversation.read(ben, null)).toMatchObject({ unread: 0 });
    // What was read stays read.
    expect(await conversation.read(ben, first?.id ?? null)).toMatchObject({ unread: 0 });
    expect(await listed(ben)).toMatchObject([{ unread: 0 }]);
  });

  it('tells by its alarm an inbox that was not reached, and an inbox keeps the newest that it heard', async () => {
    const { ben, conversation, inboxOf, message, listed } = aConversation();
    await conversation.send(message('one'));
    const old = await conversation.describe(ben);
    await conversation.send(message('two'));
    await inboxOf(ben).applyConversation(old);
    expect(await listed(ben)).toMatchObject([{ unread: 2, last: { text: 'two' } }]);
    await inboxOf(ben).empty();
    await runInDurableObject(conversation, (_, { storage }) => {
      storage.sql.exec('UPDATE members SET told = 0 WHERE user_id = ?', ben);
      return storage.setAlarm(Date.now() + 60_000);
    });
    await evictDurableObject(conversation);
    await runDurableObjectAlarm(conversation);
    expect(await listed(ben)).toMatchObject([{ unread: 2, last: { text: 'two' } }]);
    expect(await runDurableObjectAlarm(conversation)).toBe(false);
  });

  it('begins as a request to whoever does not follow, of a few messages, until they answer', async () => {
    const { ann, ben, conversation, message, listed } = aConversation();
    const request = { followed: false };
    for (let n = 0; n < REQUEST_MESSAGES; n++) {
      expect((await conversation.send(message(`hello ${n}`, request))).ok).toBe(true);
    }
    expect(await conversation.send(message('and more', request))).toEqual({ ok: false, code: 'request-pending' });
    expect(await listed(ben)).toEqual([]);
    expect(await listed(ben, true)).toMatchObject([{ request: true, unread: REQUEST_MESSAGES }]);
    expect(await listed(ann)).toHaveLength(1);
    await conversation.send(message('who is it', { senderId: ben, recipientId: ann, followed: false }));
    expect(await listed(ben)).toHaveLength(1);
    expect(await listed(ben, true)).toEqual([]);
    expect((await conversation.send(message('it is me', request))).ok).toBe(true);
    expect(await listed(ann)).toMatchObject([{ request: false }]);
  });

  it('says how far the other one has read, once they have taken it up', async () => {
    const { ann, ben, conversation, message, seenBy } = aConversation();
    await conversation.send(message('one', { followed: false }));
    expect(await seenBy(ben)).toBe(0);
    await conversation.read(ben, null);
    expect(await seenBy(ben)).toBe(0);
    await conversation.accept(ben);
    const seen = await seenBy(ben);
    expect(seen).toBeGreaterThan(0);
    await conversation.send(message('two', { followed: false }));
    expect(await seenBy(ben)).toBe(seen);
    await conversation.read(ben, null);
    expect(await seenBy(ben)).toBe(seen + 1);
    await conversation.send(message('back', { senderId: ben, recipientId: ann }));
    expect(await seenBy(ann)).toBe(seen + 1);
  });

  it('moves a request that is accepted in both inboxes, once, and lets the other one go on', async () => {
    const { ann, ben, conversation, message, listed } = aConversation();
    const request = { followed: false };
    for (let n = 0; n < REQUEST_MESSAGES; n++) await conversation.send(message(`hello ${n}`, request));
    const next = { senderId: ann, recipientId: ben, clientKey: null, followed: false, at: Date.now() };
    expect(await conversation.foresee(next)).toBe('refused');
    expect(await listed(ann)).toMatchObject([{ pending: true }]);
    expect(await conversation.accept(ann)).toMatchObject({ pending: true });
    const accepted = await conversation.accept(ben);
    expect(accepted).toMatchObject({ request: false, unread: REQUEST_MESSAGES });
    expect(await conversation.accept(ben)).toEqual(accepted);
    expect(await listed(ben)).toMatchObject([{ request: false }]);
    expect(await listed(ann)).toMatchObject([{ pending: false }]);
    expect(await conversation.foresee(next)).toBe('new');
    await conversation.send(message('on', { ...request, clientKey: 'key' }));
    expect(await conversation.foresee({ ...next, clientKey: 'key' })).toBe('known');
  });
});
