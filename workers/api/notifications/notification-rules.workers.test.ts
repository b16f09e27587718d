import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { insertComment } from '../../../shared/db/comments/insert-comment.ts';
import type { NoticeCause } from '../../../shared/db/outbox/outbox-work.ts';
import { FIRST_ATTEMPT_MS } from '../../../shared/db/outbox/owe-work.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { aComment } from '../../../tests/support/a-comment.ts';
import { aMedium } from '../../../tests/support/a-medium.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';
import { linesOf, notificationsOf, unreadOf } from '../../../tests/support/an-inbox.ts';
import worker from '../../index.ts';
import { workOff } from '../../queues/fanout.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards, ids } = services;
const name = ({ user }: TestUser) => user.username;

/** The same message again, twice in one batch. */
async function deliverAgain(about: NoticeCause): Promise<void> {
  const id = ids.next(0, Date.now());
  const { retry } = await workOff(services, [
    { id, work: { topic: 'notice', about } },
    { id: ids.next(0, Date.now()), work: { topic: 'notice', about } },
  ]);
  expect(retry.size).toBe(0);
}

/** Something that reaches a person after whatever came before it: a post of somebody else that mentions them. */
async function settled(user: TestUser): Promise<void> {
  const other = await aUser();
  const { id } = await aPost(other, { caption: `@${name(user)}` });
  const tells = async () => (await notificationsOf(user)).some(({ post }) => post?.id === id);
  await expect.poll(tells).toBe(true);
  await other.call('DELETE', `/posts/${id}`);
  await expect.poll(tells).toBe(false);
}

describe('a mention in a caption', () => {
  it('is told once, however often the message comes, and stays read', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author, { caption: `with @${name(ann)} and @${name(ann)}` });
    await expect.poll(() => linesOf(ann)).toEqual([`mention by ${name(author)}`]);
    await ann.call('POST', '/notifications/read');
    await deliverAgain({ kind: 'post', postId: post.id });
    await workOff(services, [{ id: ids.next(0, Date.now()), work: { topic: 'post', postId: post.id } }]);
    await settled(ann);
    expect((await notificationsOf(ann)).map(({ kind, read }) => [kind, read])).toEqual([['mention', true]]);
  });

  it('that an edit adds is told to whom it adds, and to nobody again; one that it removes goes', async () => {
    const [author, ann, ben, cem] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
    const post = await aPost(author, { caption: `@${name(ann)} @${name(ben)}` });
    await expect.poll(() => linesOf(ben)).toHaveLength(1);
    await expect.poll(() => linesOf(ann)).toHaveLength(1);
    for (const user of [ann, ben]) await user.call('POST', '/notifications/read');
    await author.call('PATCH', `/posts/${post.id}`, { caption: `@${name(ann)} @${name(cem)}` });
    await expect.poll(() => linesOf(cem)).toEqual([`mention by ${name(author)}`]);
    expect(await unreadOf(cem)).toBe(1);
    expect(await unreadOf(ann)).toBe(0);
    expect(await linesOf(ann)).toEqual([`mention by ${name(author)}`]);
    expect(await linesOf(ben)).toEqual([]);
  });

  it('that an edit removes counts as unread no more, also when the post names nobody then', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author, { caption: `@${name(ann)}` });
    await expect.poll(() => unreadOf(ann)).toBe(1);
    await author.call('PATCH', `/posts/${post.id}`, { caption: 'alone' });
    await expect.poll(() => unreadOf(ann)).toBe(0);
    await author.call('PATCH', `/posts/${post.id}`, { caption: `again @${name(ann)}` });
    await expect.poll(() => unreadOf(ann)).toBe(1);
    const { versions } = await (await ann.call('GET', `/posts/${post.id}/history`)).json<{ versions: object[] }>();
    expect(versions[0]).not.toHaveProperty('mentions');
  });

  it('of a draft is told when the draft is published', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const body = { caption: `soon, @${name(ann)}`, mediaIds: [await aMedium(author)] };
    const draft = await (await author.call('POST', '/drafts', body)).json<{ id: string }>();
    await settled(ann);
    expect(await linesOf(ann)).toEqual([]);
    await author.call('POST', `/drafts/${draft.id}/publish`);
    await expect.poll(() => linesOf(ann)).toEqual([`mention by ${name(author)}`]);
  });
});

describe('a mention in a comment', () => {
  it('that an edit removes counts as unread no more', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    const comment = await aComment(ben, (await aPost(author)).id, { text: `@${name(ann)}` });
    await expect.poll(() => unreadOf(ann)).toBe(1);
    await ben.call('PATCH', `/comments/${comment.id}`, { text: 'nobody' });
    await expect.poll(() => unreadOf(ann)).toBe(0);
  });

  it('is told once, however often the message comes', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    const comment = await aComment(author, post.id, { text: `see @${name(ann)}` });
    await expect.poll(() => linesOf(ann)).toEqual([`mention by ${name(author)}`]);
    await ann.call('POST', '/notifications/read');
    await deliverAgain({ kind: 'comment', commentId: comment.id, postId: post.id, formerIds: [] });
    expect(await linesOf(ann)).toEqual([`mention by ${name(author)}`]);
    expect(await unreadOf(ann)).toBe(0);
  });

  it('that an edit adds is told to whom it adds only; one that it removes goes', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    const comment = await aComment(author, post.id, { text: `see @${name(ann)}` });
    await expect.poll(() => unreadOf(ann)).toBe(1);
    await author.call('PATCH', `/comments/${comment.id}`, { text: `see @${name(ben)}, or @${name(ann)}` });
    await expect.poll(() => linesOf(ben)).toEqual([`mention by ${name(author)}`]);
    await ann.call('POST', '/notifications/read');
    await author.call('PATCH', `/comments/${comment.id}`, { text: `see @${name(ann)}` });
    await expect.poll(() => unreadOf(ben)).toBe(0);
    expect(await linesOf(ben)).toEqual([]);
    expect(await unreadOf(ann)).toBe(0);
  });

  it('whose process died right after the commit is told by the sweep, once', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    const now = Date.now();
    const [id, noticeId] = [ids.next(shardOfId(post.id), now), ids.next(shardOfId(post.id), now)];
    const text = `lost @${name(ann)}`;
    const mentions = [{ userId: ann.user.id, username: name(ann) }];
    const rest = { parentId: null, answeredUserId: null, hashtags: [], heldReason: null, clientKey: null, noticeId };
    await insertComment(shards, { id, postId: post.id, authorId: author.user.id, text, mentions, ...rest }, now);
    expect(await linesOf(ann)).toEqual([]);
    for (const later of [FIRST_ATTEMPT_MS + 1, 3_600_000]) {
      const controller = createScheduledController({ scheduledTime: new Date(now + later), cron: '* * * * *' });
      await worker.scheduled(controller, env as unknown as WorkerEnv);
      await expect.poll(() => linesOf(ann)).toEqual([`mention by ${name(author)}`]);
      expect(await unreadOf(ann)).toBe(1);
    }
  });
});

it('a comment whose message comes while its post is archived is told of once the post is restored', async () => {
  const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
  const post = await aPost(author);
  const now = Date.now();
  const id = ids.next(shardOfId(post.id), now);
  const mentions = [{ userId: ann.user.id, username: name(ann) }];
  const rest = {
    parentId: null,
    answeredUserId: null,
    hashtags: [],
    heldReason: null,
    clientKey: null,
    noticeId: null,
  };
  const written = { id, postId: post.id, authorId: ben.user.id, text: `@${name(ann)}`, mentions, ...rest };
  await insertComment(shards, written, now);
  await author.call('POST', `/posts/${post.id}/archive`);
  await deliverAgain({ kind: 'comment', commentId: id, postId: post.id, formerIds: [] });
  for (const user of [author, ann]) expect(await linesOf(user)).toEqual([]);
  await author.call('POST', `/posts/${post.id}/restore`);
  expect(await linesOf(ann)).toEqual([`mention by ${name(ben)}`]);
  expect(await linesOf(author)).toEqual([`comment by ${name(ben)}`]);
  expect(await unreadOf(ann)).toBe(1);
});

it('a repost whose message comes while its post is archived is told of once the post is restored', async () => {
  const [author, ann] = await Promise.all([aUser(), aUser()]);
  const post = await aPost(author);
  await ann.call('POST', `/posts/${post.id}/share`);
  await expect.poll(() => linesOf(author)).toEqual([`repost by ${name(ann)}`]);
  await author.call('POST', `/posts/${post.id}/archive`);
  await deliverAgain({ kind: 'share', userId: ann.user.id, postId: post.id });
  expect(await linesOf(author)).toEqual([]);
  await author.call('POST', `/posts/${post.id}/restore`);
  expect(await linesOf(author)).toEqual([`repost by ${name(ann)}`]);
});

describe('a tag on a photo', () => {
  it('is told, once with a mention beside it, and goes when it is refused', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const mediaIds = [await aMedium(author)];
    const people = [{ mediaId: mediaIds[0] ?? '', userId: ann.user.id, x: 0.5, y: 0.5 }];
    const post = await aPost(author, { mediaIds, people, caption: `@${name(ann)}` });
    await expect.poll(() => linesOf(ann)).toEqual([`tag by ${name(author)}`]);
    await author.call('PATCH', `/posts/${post.id}`, { caption: 'nobody' });
    await ann.call('DELETE', `/posts/${post.id}/people/me`);
    await expect.poll(() => linesOf(ann)).toEqual([]);
    await expect.poll(() => unreadOf(ann)).toBe(0);
  });
});

describe('nobody hears', () => {
  it('of what they did themselves', async () => {
    const ann = await aUser();
    const post = await aPost(ann, { caption: `me, @${name(ann)}` });
    const comment = await aComment(ann, post.id, { text: `and me, @${name(ann)}` });
    await aComment(ann, post.id, { parentId: comment.id });
    await ann.call('POST', `/posts/${post.id}/like`);
    await ann.call('POST', `/comments/${comment.id}/like`);
    await settled(ann);
    expect(await linesOf(ann)).toEqual([]);
    await expect.poll(() => unreadOf(ann)).toBe(0);
  });

  it('of people whom a block parts from them, before and after', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    for (const user of [ann, ben]) await user.call('POST', `/posts/${post.id}/like`);
    await aComment(ann, post.id, { text: `@${name(author)} before` });
    await expect.poll(() => linesOf(author)).toHaveLength(2);
    await author.call('POST', `/users/${ann.user.id}/block`);
    await expect.poll(() => linesOf(author)).toEqual([`like by ${name(ben)}`]);
    await aPost(ann, { caption: `hello @${name(author)}` });
    await settled(author);
    expect(await linesOf(author)).toEqual([`like by ${name(ben)}`]);
    await aPost(author, { caption: `hello @${name(ann)}` });
    await settled(ann);
    expect(await linesOf(ann)).toEqual([]);
  });

  it('of people whom they mute, but for what awaits an answer', async () => {
    const [author, ann] = await Promise.all([aUser({ isPrivate: true }), aUser()]);
    await author.call('POST', `/users/${ann.user.id}/mute`);
    await ann.call('POST', `/users/${author.user.id}/follow`);
    await expect.poll(() => linesOf(author)).toEqual([`follow-request by ${name(ann)}`]);
    await author.call('POST', `/follow-requests/${ann.user.id}/accept`);
    await expect.poll(() => linesOf(ann)).toHaveLength(1);
    const post = await aPost(author);
    await expect.poll(async () => (await ann.call('GET', `/posts/${post.id}`)).status).toBe(200);
    await aComment(ann, post.id);
    await ann.call('POST', `/posts/${post.id}/like`);
    await settled(author);
    expect(await linesOf(author)).toEqual([]);
  });

  it('of a post that they may not see', async () => {
    const [author, ann] = await Promise.all([aUser({ isPrivate: true }), aUser()]);
    await aPost(author, { caption: `secret, @${name(ann)}` });
    await settled(ann);
    expect(await linesOf(ann)).toEqual([]);
    await expect.poll(() => unreadOf(ann)).toBe(0);
  });

  it('any more of a post that was archived, went private or was deleted', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author, { caption: `@${name(ann)}` });
    await ann.call('POST', `/posts/${post.id}/like`);
    const comment = await aComment(author, post.id, { text: `@${name(ann)} too` });
    await expect.poll(() => linesOf(ann)).toHaveLength(2);
    await expect.poll(() => linesOf(author)).toHaveLength(1);
    await author.call('POST', `/posts/${post.id}/archive`);
    expect(await linesOf(ann)).toEqual([]);
    await author.call('POST', `/posts/${post.id}/restore`);
    await expect.poll(() => linesOf(ann)).toHaveLength(2);
    await author.call('PATCH', '/users/me', { isPrivate: true });
    expect(await linesOf(ann)).toEqual([]);
    await author.call('PATCH', '/users/me', { isPrivate: false });
    expect(await linesOf(ann)).toHaveLength(2);
    await author.call('DELETE', `/posts/${post.id}`);
    expect(await linesOf(ann)).toEqual([]);
    expect(await linesOf(author)).toEqual([]);
    await expect.poll(() => unreadOf(ann)).toBe(0);
    await expect.poll(() => unreadOf(author)).toBe(0);
    await deliverAgain({ kind: 'comment', commentId: comment.id, postId: post.id, formerIds: [ann.user.id] });
    expect(await linesOf(ann)).toEqual([]);
  });

  it('what others are told', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    await aPost(author, { caption: `@${name(ann)}` });
    await expect.poll(() => linesOf(ann)).toHaveLength(1);
    expect(await linesOf(ben)).toEqual([]);
    await ben.call('POST', '/notifications/read');
    expect(await unreadOf(ann)).toBe(1);
  });
});
