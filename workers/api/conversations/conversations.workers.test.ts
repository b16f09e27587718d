import { describe, expect, it } from 'vitest';
import {
  type Conversation,
  type ConversationsPage,
  conversationSchema,
  conversationsPageSchema,
  conversationsUnreadSchema,
  type Message,
  type MessagesPage,
  messageSchema,
  messagesPageSchema,
  type ShareAnswer,
} from '../../../shared/contracts/index.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';

async function open(user: TestUser, other: TestUser): Promise<Conversation> {
  const response = await user.call('POST', '/conversations', { userId: other.user.id });
  expect(response.status).toBe(200);
  return conversationSchema.parse(await response.json());
}

async function write(user: TestUser, id: string, body: object, headers = {}): Promise<Message> {
  const response = await user.call('POST', `/conversations/${id}/messages`, body, headers);
  expect(response.status).toBe(201);
  return messageSchema.parse(await response.json());
}

async function messages(user: TestUser, id: string, query = ''): Promise<MessagesPage> {
  return messagesPageSchema.parse(await (await user.call('GET', `/conversations/${id}/messages${query}`)).json());
}

const textsOf = async (user: TestUser, id: string) => (await messages(user, id)).messages.map(({ text }) => text);

async function listed(user: TestUser, query = ''): Promise<ConversationsPage> {
  return conversationsPageSchema.parse(await (await user.call('GET', `/conversations${query}`)).json());
}

/** Two who follow each other, so that nothing is a request. */
async function twoFriends(): Promise<[TestUser, TestUser, string]> {
  const [ann, ben] = await Promise.all([aUser(), aUser()]);
  await ann.call('POST', `/users/${ben.user.id}/follow`);
  await ben.call('POST', `/users/${ann.user.id}/follow`);
  return [ann, ben, (await open(ann, ben)).id];
}

describe('a conversation', () => {
  it('is the same from both sides, and there with the first message', async () => {
    const [ann, ben, id] = await twoFriends();
    expect((await open(ben, ann)).id).toBe(id);
    expect((await listed(ben)).conversations).toEqual([]);
    await write(ann, id, { text: 'hello' });
    await write(ben, id, { text: 'hello back' });
    expect(await textsOf(ann, id)).toEqual(['hello back', 'hello']);
    expect(await textsOf(ben, id)).toEqual(['hello back', 'hello']);
    const [own] = (await listed(ann)).conversations;
    expect(own).toMatchObject({ id, with: { id: ben.user.id }, unread: 1, last: { text: 'hello back' } });
    expect((await listed(ann)).unread).toBe(1);
    const read = await ann.call('POST', `/conversations/${id}/read`);
    expect(await read.json()).toEqual({ unread: 0 });
    expect((await listed(ann)).unread).toBe(0);
  });

  it('pages through messages, and through conversations, without gaps or repeats', async () => {
    const [ann, ben, id] = await twoFriends();
    for (const text of ['a', 'b', 'c', 'd', 'e']) await write(ann, id, { text });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: MessagesPage = await messages(ben, id, `?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.messages.map(({ text }) => text));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['e', 'd', 'c', 'b', 'a']);
    const others = await Promise.all([aUser(), aUser()]);
    for (const other of others) await write(ann, (await open(ann, other)).id, { text: 'hi' });
    const first = await listed(ann, '?limit=2');
    const rest = await listed(ann, `?limit=2&cursor=${first.nextCursor}`);
    const people = [...first.conversations, ...rest.conversations].map((conversation) => conversation.with.id);
    expect(people).toEqual([...others.map(({ user }) => user.id).toReversed(), ben.user.id]);
    expect((await ann.call('GET', `/conversations?folder=requests&cursor=${first.nextCursor}`)).status).toBe(422);
    expect((await ann.call('GET', `/conversations/${id}/messages?cursor=${first.nextCursor}`)).status).toBe(422);
  });

  it('takes a retried message once', async () => {
    const [ann, ben, id] = await twoFriends();
    const key = { 'Idempotency-Key': crypto.randomUUID() };
    const first = await write(ann, id, { text: 'once' }, key);
    expect((await write(ann, id, { text: 'once' }, key)).id).toBe(first.id);
    expect(await textsOf(ben, id)).toEqual(['once']);
  });

  it('refuses empty, long and foreign ones', async () => {
    const [ann, , id] = await twoFriends();
    const status = async (body: object) => (await ann.call('POST', `/conversations/${id}/messages`, body)).status;
    expect(await status({})).toBe(422);
    expect(await status({ text: '  ' })).toBe(422);
    expect(await status({ text: 'x'.repeat(1_001) })).toBe(422);
    expect(await status({ text: 'x'.repeat(1_000) })).toBe(201);
    expect(await status({ postId: '0000000000000' })).toBe(404);
  });
});

describe('who may', () => {
  it('read and write is the two of them', async () => {
    const [ann, , id] = await twoFriends();
    const eve = await aUser();
    await write(ann, id, { text: 'between us' });
    expect((await eve.call('GET', `/conversations/${id}/messages`)).status).toBe(404);
    expect((await eve.call('POST', `/conversations/${id}/messages`, { text: 'hey' })).status).toBe(404);
    expect((await eve.call('POST', `/conversations/${id}/read`)).status).toBe(404);
    const swapped = id.split('-').toReversed().join('-');
    expect((await ann.call('GET', `/conversations/${swapped}/messages`)).status).toBe(404);
    expect((await ann.call('POST', '/conversations', { userId: ann.user.id })).status).toBe(403);
    expect((await ann.call('POST', '/conversations', { userId: '0000000000000' })).status).toBe(404);
  });

  it('ends with a block, on both sides, and comes back with its end', async () => {
    const [ann, ben, id] = await twoFriends();
    await write(ann, id, { text: 'hello' });
    await ben.call('POST', `/users/${ann.user.id}/block`);
    for (const user of [ann, ben]) {
      expect((await user.call('POST', `/conversations/${id}/messages`, { text: 'hey' })).status).toBe(404);
      expect((await user.call('GET', `/conversations/${id}/messages`)).status).toBe(404);
      expect((await listed(user)).conversations).toEqual([]);
      await expect.poll(async () => (await listed(user)).unread).toBe(0);
    }
    await ben.call('DELETE', `/users/${ann.user.id}/block`);
    await expect.poll(() => textsOf(ann, id)).toEqual(['hello']);
  });

  it('write to a stranger is a request, in a folder of its own, until it is answered', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const { id } = await open(ann, ben);
    for (const text of ['a', 'b', 'c']) await write(ann, id, { text });
    const fourth = await ann.call('POST', `/conversations/${id}/messages`, { text: 'd' });
    expect(fourth.status).toBe(403);
    expect(await listed(ben)).toMatchObject({ conversations: [], unread: 0 });
    expect((await listed(ben, '?folder=requests')).conversations).toMatchObject([{ id, request: true, unread: 3 }]);
    await write(ben, id, { text: 'who is it?' });
    expect((await listed(ben)).conversations).toMatchObject([{ id, request: false }]);
    await write(ann, id, { text: 'd' });
    expect((await listed(ben)).unread).toBe(1);
  });
});

describe('a request', () => {
  it('is counted apart, may be accepted without an answer, and shows what was seen only then', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const { id } = await open(ann, ben);
    const counts = async (user: TestUser) =>
      conversationsUnreadSchema.parse(await (await user.call('GET', '/conversations/unread')).json());
    const one = async (user: TestUser) =>
      conversationSchema.parse(await (await user.call('GET', `/conversations/${id}`)).json());
    expect(await one(ben)).toMatchObject({ id, request: false, pending: false, last: null });
    for (const text of ['a', 'b', 'c']) await write(ann, id, { text });
    expect(await counts(ben)).toEqual({ unread: 0, requests: 1 });
    expect(await one(ann)).toMatchObject({ pending: true });
    await ben.call('POST', `/conversations/${id}/read`);
    expect(await counts(ben)).toEqual({ unread: 0, requests: 0 });
    const seen = async () => (await messages(ann, id)).messages.map((message) => message.seen);
    expect(await seen()).toEqual([false, false, false]);
    const accepted = await ben.call('POST', `/conversations/${id}/accept`);
    expect(conversationSchema.parse(await accepted.json())).toMatchObject({
      id,
      request: false,
      with: { id: ann.user.id },
    });
    expect(await one(ann)).toMatchObject({ pending: false });
    expect(await seen()).toEqual([true, true, true]);
    expect((await write(ann, id, { text: 'd' })).seen).toBe(false);
    expect(await counts(ben)).toEqual({ unread: 1, requests: 0 });
    expect((await messages(ben, id)).messages.map((message) => message.seen)).toEqual([false, false, false, false]);
  });

  it('is opened, accepted and seen by nobody else', async () => {
    const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
    const { id } = await open(ann, ben);
    await write(ann, id, { text: 'hello' });
    expect((await eve.call('GET', `/conversations/${id}`)).status).toBe(404);
    expect((await eve.call('POST', `/conversations/${id}/accept`)).status).toBe(404);
    await ann.call('POST', `/conversations/${id}/accept`);
    expect((await listed(ben, '?folder=requests')).conversations).toMatchObject([{ id, request: true }]);
    await ben.call('POST', `/users/${ann.user.id}/block`);
    for (const user of [ann, ben]) expect((await user.call('GET', `/conversations/${id}`)).status).toBe(404);
    await expect
      .poll(async () => (await ben.call('GET', '/conversations/unread')).json())
      .toEqual({ unread: 0, requests: 0 });
  });
});

describe('a post in a message', () => {
  it('is sent to people, shown to who may see it, and counts as no repost', async () => {
    const [author, ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
    const post = await aPost(author, { caption: 'a find' });
    const body = { toUserIds: [ben.user.id, eve.user.id, ben.user.id], note: 'look' };
    const response = await ann.call('POST', `/posts/${post.id}/share`, body);
    expect(response.status).toBe(201);
    const answer = await response.json<ShareAnswer>();
    expect(answer).toMatchObject({ shared: false, shares: 0, repost: null });
    expect(answer.messages).toHaveLength(2);
    for (const user of [ben, eve]) {
      const { id } = await open(user, ann);
      expect((await messages(user, id)).messages).toMatchObject([{ text: 'look', post: { id: post.id } }]);
    }
    const { id } = await open(ben, ann);
    await author.call('POST', `/users/${ben.user.id}/block`);
    const hidden = { text: 'look', postId: post.id, post: null };
    await expect.poll(async () => (await messages(ben, id)).messages).toMatchObject([hidden]);
    expect((await messages(ann, id)).messages).toMatchObject([{ post: { id: post.id } }]);
    await author.call('DELETE', `/posts/${post.id}`);
    await expect.poll(async () => (await messages(ann, id)).messages).toMatchObject([hidden]);
  });

  it('reaches the others when somebody takes no more requests, and is refused when nobody does', async () => {
    const [author, ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    const { id } = await open(ann, eve);
    for (const text of ['a', 'b', 'c']) await write(ann, id, { text });
    const both = await ann.call('POST', `/posts/${post.id}/share`, { toUserIds: [eve.user.id, ben.user.id] });
    expect(both.status).toBe(201);
    const { messages: sent } = await both.json<ShareAnswer>();
    expect(sent).toMatchObject([{ conversationId: (await open(ann, ben)).id }]);
    expect((await ann.call('POST', `/posts/${post.id}/share`, { toUserIds: [eve.user.id] })).status).toBe(403);
  });

  it('of a private account reaches its followers only', async () => {
    const [author, ann, ben] = await Promise.all([aUser({ isPrivate: true }), aUser(), aUser()]);
    await ann.call('POST', `/users/${author.user.id}/follow`);
    await author.call('POST', `/follow-requests/${ann.user.id}/accept`);
    const post = await aPost(author);
    await expect.poll(async () => (await ann.call('GET', `/posts/${post.id}`)).status).toBe(200);
    expect((await ann.call('POST', `/posts/${post.id}/share`, { toUserIds: [ben.user.id] })).status).toBe(201);
    const { id } = await open(ben, ann);
    expect((await messages(ben, id)).messages).toMatchObject([{ text: '', post: null }]);
    expect((await messages(ann, id)).messages).toMatchObject([{ post: { id: post.id } }]);
    expect((await ben.call('POST', `/posts/${post.id}/share`, { toUserIds: [ann.user.id] })).status).toBe(404);
  });

  it('goes to nobody when somebody of the list cannot be written to, with the field named', async () => {
    const [author, ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    await eve.call('POST', `/users/${ann.user.id}/block`);
    await expect.poll(async () => (await ann.call('GET', `/users/${eve.user.id}`)).status).toBe(404);
    for (const wrong of [eve.user.id, ann.user.id]) {
      const response = await ann.call('POST', `/posts/${post.id}/share`, { toUserIds: [ben.user.id, wrong] });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ errors: [{ path: 'toUserIds.1' }] });
    }
    expect((await listed(ben, '?folder=requests')).conversations).toEqual([]);
    expect((await ann.call('POST', `/posts/${post.id}/share`, { note: 'for whom?' })).status).toBe(422);
  });
});
