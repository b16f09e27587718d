import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { FeedPage, Post } from '../../../shared/contracts/index.ts';
import { feedPageSchema } from '../../../shared/contracts/index.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';
import worker from '../../index.ts';

async function feedOf(user: TestUser, query = 'mode=latest'): Promise<FeedPage> {
  const response = await user.call('GET', `/feed?${query}`);
  expect(response.status).toBe(200);
  return feedPageSchema.parse(await response.json());
}

const idsOf = ({ posts }: { posts: Post[] }) => posts.map(({ id }) => id);

describe('the home feed', () => {
  it('shows a follower what was published before and after the follow', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const before = await aPost(ann, { caption: 'before' });
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    expect(idsOf(await feedOf(ben))).toEqual([before.id]);
    const after = await aPost(ann, { caption: 'after #dusk' });
    await expect.poll(async () => idsOf(await feedOf(ben))).toEqual([after.id, before.id]);
    const [top] = (await feedOf(ben)).posts;
    expect(top).toMatchObject({
      caption: 'after #dusk',
      hashtags: ['dusk'],
      reason: 'following',
      author: { id: ann.user.id },
    });
  });

  it('shows the author their own post at once', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    const feed = await feedOf(ann);
    expect(idsOf(feed)).toEqual([post.id]);
    expect(feed.posts[0]?.reason).toBe('own');
  });

  it('drops an author at once when unfollowed, muted, blocked or blocking', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const ways: [TestUser, string, string][] = [
      [ben, `/users/${ann.user.id}/mute`, 'mute'],
      [ben, `/users/${ann.user.id}/block`, 'block'],
      [ann, `/users/${ben.user.id}/block`, 'blocked by'],
    ];
    for (const [who, path, what] of ways) {
      await who.call('POST', path);
      expect(idsOf(await feedOf(ben)), what).toEqual([]);
      await who.call('DELETE', path);
      await ben.call('POST', `/users/${ann.user.id}/follow`);
      expect(idsOf(await feedOf(ben)), `after ${what}`).toEqual([post.id]);
    }
    await ben.call('DELETE', `/users/${ann.user.id}/follow`);
    expect(idsOf(await feedOf(ben))).toEqual([]);
  });

  it('loses a deleted post everywhere', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const post = await aPost(ann);
    await expect.poll(async () => idsOf(await feedOf(ben))).toEqual([post.id]);
    expect((await ann.call('DELETE', `/posts/${post.id}`)).status).toBe(204);
    expect(idsOf(await feedOf(ann))).toEqual([]);
    await expect.poll(async () => idsOf(await feedOf(ben))).toEqual([]);
    expect((await ben.call('GET', `/posts/${post.id}`)).status).toBe(404);
    expect(idsOf(await (await ben.call('GET', `/users/${ann.user.id}/posts`)).json())).toEqual([]);
  });

  it('shows an edit to followers', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const post = await aPost(ann, { caption: 'first' });
    await expect.poll(async () => (await feedOf(ben)).posts[0]?.caption).toBe('first');
    const edited = await ann.call('PATCH', `/posts/${post.id}`, { caption: 'second #thoughts' });
    expect(await edited.json()).toMatchObject({ caption: 'second #thoughts', hashtags: ['thoughts'] });
    await expect.poll(async () => (await feedOf(ben)).posts[0]?.caption).toBe('second #thoughts');
  });

  it('pages without repeats or gaps while new posts arrive', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const posts: string[] = [];
    for (let i = 0; i < 5; i++) posts.unshift((await aPost(ann)).id);
    await expect.poll(async () => idsOf(await feedOf(ben))).toEqual(posts);
    const first = await feedOf(ben, 'mode=latest&limit=2');
    await aPost(ann);
    const second = await feedOf(ben, `mode=latest&limit=2&cursor=${first.nextCursor}`);
    const third = await feedOf(ben, `mode=latest&limit=2&cursor=${second.nextCursor}`);
    expect([...idsOf(first), ...idsOf(second), ...idsOf(third)]).toEqual(posts);
    expect(third.nextCursor).toBeNull();
  });

  it('delivers what no message was sent for, by the sweep', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const post = await aPost(ann);
    await expect.poll(async () => idsOf(await feedOf(ben))).toEqual([post.id]);
    await worker.scheduled(createScheduledController({ scheduledTime: Date.now(), cron: '* * * * *' }), env);
    expect(idsOf(await feedOf(ben))).toEqual([post.id]);
  });

  it('answers 304 to a client that holds the same page, and anew once anything on it changed', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const post = await aPost(ann);
    await expect.poll(async () => idsOf(await feedOf(ben))).toEqual([post.id]);
    const first = await ben.call('GET', '/feed?mode=latest');
    const held = { 'If-None-Match': first.headers.get('ETag') ?? '' };
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
    const again = await ben.call('GET', '/feed?mode=latest', undefined, held);
    expect([again.status, await again.text()]).toEqual([304, '']);
    await ben.call('POST', `/posts/${post.id}/like`);
    expect((await ben.call('GET', '/feed?mode=latest', undefined, held)).status).toBe(200);
  });

  it('refuses a cursor of another list', async () => {
    const ann = await aUser();
    const response = await ann.call('GET', '/feed?mode=latest&cursor=bm9uc2Vuc2U');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'invalid-values', errors: [{ path: 'cursor' }] });
  });
});
