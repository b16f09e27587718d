import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Comment, CommentsPage } from '../../../shared/contracts/index.ts';
import { releaseComment } from '../../../shared/db/comments/change-comment.ts';
import { aComment } from '../../../tests/support/a-comment.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const { shards } = servicesFor(env as unknown as WorkerEnv);

async function write(writer: TestUser, postId: string, text: string): Promise<Comment> {
  const response = await writer.call('POST', `/posts/${postId}/comments`, { text });
  expect(response.status).toBe(201);
  return response.json<Comment>();
}

async function textsFor(reader: TestUser, postId: string): Promise<string[]> {
  const page = await (await reader.call('GET', `/posts/${postId}/comments`)).json<CommentsPage>();
  return page.comments.map(({ text }) => text);
}

async function countFor(reader: TestUser, postId: string): Promise<number> {
  return (await (await reader.call('GET', `/posts/${postId}`)).json<{ counts: { comments: number } }>()).counts
    .comments;
}

async function threePeople() {
  const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
  return { ann, ben, eve, post: await aPost(ann) };
}

describe('a held comment', () => {
  it('with a word that the author of the post hides is told to its writer, and seen by the two of them only', async () => {
    const { ann, ben, eve, post } = await threePeople();
    await ann.call('PATCH', '/users/me/settings', { hiddenWords: ['turnip', 'buy now'] });
    const held = await write(ben, post.id, 'What a TURN1P!');
    expect(held).toMatchObject({
      status: 'held',
      held: { code: 'hidden-word', message: expect.stringContaining('word') },
    });
    expect(await textsFor(ben, post.id)).toEqual(['What a TURN1P!']);
    expect(await textsFor(ann, post.id)).toEqual(['What a TURN1P!']);
    expect(await textsFor(eve, post.id)).toEqual([]);
    expect((await eve.call('GET', `/comments/${held.id}`)).status).toBe(404);
    expect(await countFor(eve, post.id)).toBe(0);
  });

  it.each(['tur\u200cnip', 'turn\u0456p', 't.u.r.n.i.p', 'TUR\uff2e1P'])('hides its word in vain: %s', async (text) => {
    const { ann, ben, post } = await threePeople();
    await ann.call('PATCH', '/users/me/settings', { hiddenWords: ['turnip', '🍆'] });
    expect(await write(ben, post.id, `you ${text}`)).toMatchObject({ held: { code: 'hidden-word' } });
    const fine = await write(ben, post.id, 'parsnip 👩‍👩‍👧');
    expect(fine.status).toBe('published');
    expect((await ben.call('PATCH', `/comments/${fine.id}`, { text })).status).toBe(422);
    expect(await write(ben, post.id, 'and 🍆🍆')).toMatchObject({ held: { code: 'hidden-word' } });
  });

  it('is published when the author of the post approves it', async () => {
    const { ann, ben, eve, post } = await threePeople();
    await ann.call('PATCH', '/users/me/settings', { hiddenWords: ['turnip'] });
    const held = await write(ben, post.id, 'turnip');
    expect((await ben.call('POST', `/comments/${held.id}/approve`)).status).toBe(403);
    const approved = await (await ann.call('POST', `/comments/${held.id}/approve`)).json<Comment>();
    expect(approved.status).toBe('published');
    expect(await textsFor(eve, post.id)).toEqual(['turnip']);
    expect(await countFor(eve, post.id)).toBe(1);
  });

  it('is counted among the replies of its thread for those who see it', async () => {
    const { ann, ben, eve, post } = await threePeople();
    await ann.call('PATCH', '/users/me/settings', { hiddenWords: ['turnip'] });
    const top = await aComment(eve, post.id);
    await aComment(eve, post.id, { parentId: top.id });
    await aComment(ben, post.id, { parentId: top.id, text: 'turnip' });
    const repliesFor = async (reader: TestUser) => {
      const page = await (await reader.call('GET', `/posts/${post.id}/comments`)).json<CommentsPage>();
      const thread = await (await reader.call('GET', `/comments/${top.id}/replies`)).json<CommentsPage>();
      const one = await (await reader.call('GET', `/comments/${top.id}`)).json<Comment>();
      return [page.comments[0]?.counts.replies, one.counts.replies, thread.comments.length];
    };
    expect(await repliesFor(ann)).toEqual([2, 2, 2]);
    expect(await repliesFor(ben)).toEqual([2, 2, 2]);
    expect(await repliesFor(eve)).toEqual([1, 1, 1]);
  });

  it('is published as it was read only, and owes its notice once', async () => {
    const { ann, ben, eve, post } = await threePeople();
    await ann.call('PATCH', '/users/me/settings', { hiddenWords: ['turnip'] });
    const held = await write(ben, post.id, 'turnip');
    const owed = async (noticeId: string, text: string) => {
      const about = { kind: 'comment' as const, commentId: held.id, postId: post.id, formerIds: [] };
      const notice = { id: noticeId, work: { topic: 'notice' as const, about } };
      const released = await releaseComment(shards, { id: held.id, text }, notice, Date.now());
      const rows = await shards.forId(held.id).db.all(sql`SELECT id FROM outbox WHERE id = ${noticeId}`);
      return [released, rows.length];
    };
    await ben.call('PATCH', `/comments/${held.id}`, { text: 'another turnip' });
    expect(await owed('stale', 'turnip')).toEqual([false, 0]);
    expect(await textsFor(eve, post.id)).toEqual([]);
    expect(await owed('as-read', 'another turnip')).toEqual([true, 1]);
    expect(await textsFor(eve, post.id)).toEqual(['another turnip']);
    expect(await owed('again', 'another turnip')).toEqual([false, 0]);
    // Approving twice is approving once.
    expect((await ann.call('POST', `/comments/${held.id}/approve`)).status).toBe(200);
  });

  it('is liked by nobody before it is published', async () => {
    const { ann, ben, eve, post } = await threePeople();
    await ann.call('PATCH', '/users/me/settings', { hiddenWords: ['turnip'] });
    const held = await write(ben, post.id, 'turnip');
    const like = (user: TestUser, method = 'POST') => user.call(method, `/comments/${held.id}/like`);
    const refused = await like(ben);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('held back') });
    expect([(await like(ann)).status, (await like(eve)).status]).toEqual([409, 404]);
    expect(await (await like(ben, 'DELETE')).json()).toEqual({ liked: false, likes: 0 });
    await ann.call('POST', `/comments/${held.id}/approve`);
    expect(await (await like(ben)).json()).toEqual({ liked: true, likes: 1 });
  });

  it('is published when its writer makes it fine; an edit that would be held is refused', async () => {
    const { ann, ben, eve, post } = await threePeople();
    await ann.call('PATCH', '/users/me/settings', { hiddenWords: ['turnip'] });
    const held = await write(ben, post.id, 'turnip');
    await ben.call('PATCH', `/comments/${held.id}`, { text: 'parsnip' });
    expect(await textsFor(eve, post.id)).toEqual(['parsnip']);
    const refused = await ben.call('PATCH', `/comments/${held.id}`, { text: 'turnip' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      errors: [{ path: 'text', message: expect.stringContaining('word') }],
    });
    expect(await textsFor(eve, post.id)).toEqual(['parsnip']);
  });

  it('stays held while comments are off, whatever it is changed to', async () => {
    const { ann, ben, eve, post } = await threePeople();
    const held = await write(ben, post.id, 'see example.com/turnips');
    expect(held.status).toBe('held');
    await ann.call('PATCH', `/posts/${post.id}`, { commentsOff: true });
    expect((await ben.call('PATCH', `/comments/${held.id}`, { text: 'parsnip' })).status).toBe(403);
    expect(await textsFor(eve, post.id)).toEqual([]);
    await ann.call('PATCH', `/posts/${post.id}`, { commentsOff: false });
    expect((await ben.call('PATCH', `/comments/${held.id}`, { text: 'parsnip' })).status).toBe(200);
    expect(await textsFor(eve, post.id)).toEqual(['parsnip']);
  });

  it('tells its writer and the author of the post the reason, each in their own words', async () => {
    const { ann, ben, post } = await threePeople();
    await ann.call('PATCH', '/users/me/settings', { hiddenWords: ['turnip'] });
    const messageFor = async (reader: TestUser, id: string) =>
      (await (await reader.call('GET', `/comments/${id}`)).json<Comment>()).held?.message;
    const hidden = await write(ben, post.id, 'turnip');
    expect(await messageFor(ben, hidden.id)).toContain('the author of this post does not want to read');
    expect(await messageFor(ann, hidden.id)).toContain('one of your hidden words');
    for (const _ of [1, 2, 3]) await write(ben, post.id, 'Look at my garden please');
    const repeated = await write(ben, post.id, 'Look at my garden please');
    expect(await messageFor(ben, repeated.id)).toBe('You wrote the same several times in a short while.');
    expect(await messageFor(ann, repeated.id)).toBe('Its writer wrote the same several times in a short while.');
  });

  it('that repeats what its writer wrote before is held from the fourth time on, wherever it is written', async () => {
    const { ann, ben, post } = await threePeople();
    const other = await aPost(ann);
    const states: string[] = [];
    for (const postId of [post.id, other.id, post.id, other.id]) {
      states.push((await write(ben, postId, 'Follow me for more turnips')).status);
    }
    expect(states).toEqual(['published', 'published', 'published', 'held']);
    const held = await write(ben, post.id, 'Follow me for more turnips');
    await ben.call('PATCH', `/comments/${held.id}`, { text: 'Follow me for more turnips' });
    expect(await (await ben.call('GET', `/comments/${held.id}`)).json()).toMatchObject({ status: 'held' });
    expect(await write(ben, post.id, 'Beautiful!')).toMatchObject({ status: 'published' });
  });

  it('repeats nothing that was refused', async () => {
    const { ann, ben, post } = await threePeople();
    const elsewhere = await aComment(ann, (await aPost(ann)).id);
    const text = 'A reply that found no place';
    for (let n = 0; n < 3; n++) {
      const refused = await ben.call('POST', `/posts/${post.id}/comments`, { text, parentId: elsewhere.id });
      expect(refused.status).toBe(422);
    }
    expect(await write(ben, post.id, text)).toMatchObject({ status: 'published' });
  });

  it('repeats what was written before however it is varied', async () => {
    const { ben, post } = await threePeople();
    const text = 'Buy your cheap followers here';
    for (let n = 0; n < 3; n++) await write(ben, post.id, text);
    for (const varied of [
      text.replace('cheap', 'ch\u200ceap'),
      text.replace('B', 'Ｂ'),
      text.replace('e', 'е'),
      text.replaceAll(' ', '\n'),
      `${text}! 1`,
      `@${ben.user.username} ${text} 🔥`,
    ]) {
      expect(await write(ben, post.id, varied)).toMatchObject({ held: { code: 'repeated-text' } });
    }
    expect(await write(ben, post.id, 'Buy your dear followers here')).toMatchObject({ status: 'published' });
  });

  it('that becomes such a repetition by an edit is refused', async () => {
    const { ben, post } = await threePeople();
    const comments: Comment[] = [];
    for (const word of ['one', 'two', 'three', 'four']) comments.push(await write(ben, post.id, `the word is ${word}`));
    const edit = async (comment: Comment | undefined) =>
      (await ben.call('PATCH', `/comments/${comment?.id}`, { text: 'Follow me for even more turnips' })).status;
    const statuses: number[] = [];
    for (const comment of comments) statuses.push(await edit(comment));
    expect(statuses).toEqual([200, 200, 200, 422]);
    // The same text again is no repetition.
    expect(await edit(comments[0])).toBe(200);
  });

  it('with a link by a new account is held, except on their own post', async () => {
    const { ann, ben, post } = await threePeople();
    expect(await write(ben, post.id, 'see example.com/turnips')).toMatchObject({
      status: 'held',
      held: { code: 'link-by-new-account' },
    });
    expect((await write(ann, post.id, 'see example.com/turnips')).status).toBe('published');
    for (const text of ['(evil.com)', 'ｅｖｉｌ．ｃｏｍ is it', 'see пример.рф']) {
      expect(await write(ben, post.id, text)).toMatchObject({ held: { code: 'link-by-new-account' } });
    }
    expect((await write(ben, post.id, 'the end.Then 3.5 more')).status).toBe('published');
  });
});

describe('settings', () => {
  it('start with defaults and change field by field', async () => {
    const ann = await aUser();
    expect(await (await ann.call('GET', '/users/me/settings')).json()).toEqual({
      taggableBy: 'everyone',
      hiddenWords: [],
    });
    await ann.call('PATCH', '/users/me/settings', { hiddenWords: ['turnip'] });
    const changed = await ann.call('PATCH', '/users/me/settings', { taggableBy: 'nobody' });
    expect(await changed.json()).toEqual({ taggableBy: 'nobody', hiddenWords: ['turnip'] });
    expect((await ann.call('PATCH', '/users/me/settings', { hiddenWords: [''] })).status).toBe(422);
  });
});
