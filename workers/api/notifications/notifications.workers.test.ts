import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { NotificationPreferences, UnreadAnswer } from '../../../shared/contracts/index.ts';
import { DEFAULT_PREFERENCES } from '../../../shared/domain/notifications/may-notify.ts';
import { aComment } from '../../../tests/support/a-comment.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';
import { linesOf, notificationsOf, notificationsPage, unreadOf } from '../../../tests/support/an-inbox.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const { stubs } = servicesFor(env as unknown as WorkerEnv);
const name = ({ user }: TestUser) => user.username;

describe('likes of a post', () => {
  it('are one notification, however many like it, by names and a number', async () => {
    const author = await aUser();
    const post = await aPost(author);
    const fans = await Promise.all(Array.from({ length: 11 }, () => aUser()));
    for (const fan of fans) await fan.call('POST', `/posts/${post.id}/like`);
    const [ninth, tenth, newest] = fans.slice(8).map(name);
    await expect.poll(() => linesOf(author)).toEqual([`like by ${newest}, ${tenth}, ${ninth} +8`]);
    const [notification] = await notificationsOf(author);
    expect(notification).toMatchObject({ post: { id: post.id }, comment: null, read: false, count: 11 });
    expect(notification?.post?.thumbUrl).toMatch(/\/thumb$/);
    expect(await unreadOf(author)).toBe(1);
  });

  it('call no inbox while people like: its owner looks', async () => {
    const [author, fan] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    await fan.call('POST', `/posts/${post.id}/like`);
    await expect
      .poll(async () => (await (await author.call('GET', `/posts/${post.id}/likes`)).json<{ users: [] }>()).users)
      .toHaveLength(1);
    expect(await stubs.inbox(author.user.id).countUnread()).toBe(0);
    expect(await unreadOf(author)).toBe(1);
    expect(await stubs.inbox(author.user.id).countUnread()).toBe(1);
  });

  it('come back unread with the next like, and go with the last', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    const like = (user: TestUser, method = 'POST') => user.call(method, `/posts/${post.id}/like`);
    await like(author);
    await like(ann);
    await expect.poll(() => linesOf(author)).toEqual([`like by ${name(ann)}`]);
    await author.call('POST', '/notifications/read');
    expect(await unreadOf(author)).toBe(0);
    await like(ben);
    await expect.poll(() => unreadOf(author)).toBe(1);
    expect(await linesOf(author)).toEqual([`like by ${name(ben)}, ${name(ann)}`]);
    await like(ben, 'DELETE');
    await expect.poll(() => linesOf(author)).toEqual([`like by ${name(ann)}`]);
    await like(ann, 'DELETE');
    await expect.poll(() => linesOf(author)).toEqual([]);
    await expect.poll(() => unreadOf(author)).toBe(0);
  });
});

describe('comments', () => {
  it('are told to whose post it is, whom they answer and whom they mention, each once', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    const first = await aComment(ann, post.id);
    await expect.poll(() => linesOf(author)).toEqual([`comment by ${name(ann)}`]);
    const text = `@${name(ann)} and @${name(author)} look`;
    const reply = await aComment(ben, post.id, { parentId: first.id, text });
    await expect.poll(() => linesOf(ann)).toEqual([`mention by ${name(ben)}`]);
    await expect.poll(() => linesOf(author)).toEqual([`mention by ${name(ben)}`, `comment by ${name(ann)}`]);
    expect((await notificationsOf(ann))[0]).toMatchObject({ comment: { id: reply.id, text }, post: { id: post.id } });
    await aComment(author, post.id, { parentId: first.id });
    await expect.poll(() => linesOf(ann)).toEqual([`reply by ${name(author)}`, `mention by ${name(ben)}`]);
    expect(await linesOf(ben)).toEqual([]);
  });

  it('go when they are deleted, with what their replies told', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    const first = await aComment(ann, post.id);
    await aComment(ben, post.id, { parentId: first.id });
    await expect.poll(() => linesOf(ann)).toHaveLength(1);
    await expect.poll(() => linesOf(author)).toHaveLength(2);
    await ann.call('DELETE', `/comments/${first.id}`);
    await expect.poll(() => linesOf(author)).toEqual([]);
    expect(await linesOf(ann)).toEqual([]);
    await expect.poll(() => unreadOf(author)).toBe(0);
  });

  it('are told of when the author lets them through, not while they are held back', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    await author.call('PATCH', '/users/me/settings', { hiddenWords: ['spoiler'] });
    const post = await aPost(author);
    const held = await aComment(ann, post.id, { text: `spoiler for @${name(ben)}` });
    expect(held.status).toBe('held');
    const marker = await aComment(ann, post.id, { text: `hello @${name(ben)}` });
    await expect.poll(async () => (await notificationsOf(ben)).map(({ comment }) => comment?.id)).toEqual([marker.id]);
    await author.call('POST', `/comments/${held.id}/approve`);
    await expect.poll(async () => (await notificationsOf(ben)).map(({ comment }) => comment?.id)).toContain(held.id);
  });

  it('that people like are told to their writer, as one, until nobody does', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    const comment = await aComment(ann, post.id);
    for (const user of [ann, author, ben]) await user.call('POST', `/comments/${comment.id}/like`);
    await expect.poll(() => linesOf(ann)).toEqual([`comment-like by ${name(ben)}, ${name(author)}`]);
    for (const user of [author, ben]) await user.call('DELETE', `/comments/${comment.id}/like`);
    await expect.poll(() => unreadOf(ann)).toBe(0);
    expect(await linesOf(ann)).toEqual([]);
  });
});

describe('followers', () => {
  it('of a day are one notification; who leaves is taken out', async () => {
    const [star, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    await ann.call('POST', `/users/${star.user.id}/follow`);
    await ben.call('POST', `/users/${star.user.id}/follow`);
    await expect.poll(() => linesOf(star)).toEqual([`follow by ${name(ben)}, ${name(ann)}`]);
    expect(await unreadOf(star)).toBe(1);
    await ben.call('DELETE', `/users/${star.user.id}/follow`);
    await expect.poll(() => linesOf(star)).toEqual([`follow by ${name(ann)}`]);
    await ann.call('DELETE', `/users/${star.user.id}/follow`);
    await expect.poll(() => unreadOf(star)).toBe(0);
    expect(await linesOf(star)).toEqual([]);
  });

  it('of a private account ask, and hear that they were accepted', async () => {
    const [star, ann, ben] = await Promise.all([aUser({ isPrivate: true }), aUser(), aUser()]);
    await ann.call('POST', `/users/${star.user.id}/follow`);
    await ben.call('POST', `/users/${star.user.id}/follow`);
    await expect.poll(() => linesOf(star)).toEqual([`follow-request by ${name(ben)}, ${name(ann)}`]);
    await star.call('POST', `/follow-requests/${ann.user.id}/accept`);
    await expect.poll(() => linesOf(ann)).toEqual([`follow-accepted by ${name(star)}`]);
    await star.call('POST', `/follow-requests/${ben.user.id}/reject`);
    await expect.poll(() => linesOf(star)).toEqual([]);
    await expect.poll(() => unreadOf(star)).toBe(0);
    expect(await linesOf(ben)).toEqual([]);
  });
});

it('a repost is told to the author, until it is taken back', async () => {
  const [author, ann] = await Promise.all([aUser(), aUser()]);
  const post = await aPost(author);
  await ann.call('POST', `/posts/${post.id}/share`);
  await expect.poll(() => linesOf(author)).toEqual([`repost by ${name(ann)}`]);
  await ann.call('DELETE', `/posts/${post.id}/share`);
  await expect.poll(() => unreadOf(author)).toBe(0);
  expect(await linesOf(author)).toEqual([]);
});

describe('the list', () => {
  it('pages through everything once, newest first, and refuses a cursor of another list', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    for (let n = 0; n < 5; n++) await aComment(ann, post.id);
    await expect.poll(() => linesOf(author)).toHaveLength(5);
    const whole = (await notificationsOf(author)).map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await notificationsPage(author, `?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.notifications.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(whole);
    expect((await author.call('GET', '/notifications?cursor=cG9zdHN-MDEyMw')).status).toBe(422);
  });

  it('is marked as read up to what was shown', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    await aComment(ann, post.id);
    await expect.poll(() => linesOf(author)).toHaveLength(1);
    const shown = await notificationsPage(author);
    await aComment(ann, post.id);
    await expect.poll(() => unreadOf(author)).toBe(2);
    const response = await author.call('POST', '/notifications/read', { through: shown.through });
    expect(await response.json<UnreadAnswer>()).toEqual({ unread: 1 });
    expect((await notificationsOf(author)).map(({ read }) => read)).toEqual([false, true]);
    expect(await (await author.call('POST', '/notifications/read')).json()).toEqual({ unread: 0 });
  });
});

describe('preferences', () => {
  const put = (user: TestUser, change: Partial<NotificationPreferences>) =>
    user.call('PUT', '/notifications/preferences', { ...DEFAULT_PREFERENCES, ...change });

  it('begin with everyone, and hold from then on', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    expect(await (await author.call('GET', '/notifications/preferences')).json()).toEqual(DEFAULT_PREFERENCES);
    await author.call('POST', `/users/${ann.user.id}/follow`);
    expect((await put(author, { likes: 'following', comments: 'nobody' })).status).toBe(200);
    const post = await aPost(author);
    for (const user of [ann, ben]) await user.call('POST', `/posts/${post.id}/like`);
    await aComment(ann, post.id);
    await aComment(ben, post.id, { text: `@${name(author)} hello` });
    await expect
      .poll(async () => (await notificationsOf(author)).map(({ kind }) => kind).toSorted())
      .toEqual(['like', 'mention']);
  });

  it('are refused when they are not whole', async () => {
    const ann = await aUser();
    expect((await ann.call('PUT', '/notifications/preferences', { likes: 'nobody' })).status).toBe(422);
    expect((await put(ann, { likes: 'friends' as 'nobody' })).status).toBe(422);
  });
});
