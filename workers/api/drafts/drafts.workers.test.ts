import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import {
  type Draft,
  type DraftsPage,
  draftSchema,
  draftsPageSchema,
  type FeedPage,
  type Post,
  type PostsPage,
} from '../../../shared/contracts/index.ts';
import { takeDue } from '../../../shared/db/posts/publish-draft.ts';
import { waitForMedia } from '../../../shared/db/posts/waiting-posts.ts';
import { aMedium } from '../../../tests/support/a-medium.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';
import { anUpload } from '../../../tests/support/an-upload.ts';
import { publishKept } from '../../fanout/publish-waiting.ts';
import worker from '../../index.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

async function aDraft(author: TestUser, given: Record<string, unknown> = {}): Promise<Draft> {
  const response = await author.call('POST', '/drafts', { mediaIds: [await aMedium(author)], ...given });
  expect(response.status).toBe(201);
  return draftSchema.parse(await response.json());
}

async function draftsOf(user: TestUser, query = ''): Promise<DraftsPage> {
  return draftsPageSchema.parse(await (await user.call('GET', `/drafts${query}`)).json());
}

async function feedOf(user: TestUser): Promise<string[]> {
  const { posts } = await (await user.call('GET', '/feed?mode=latest')).json<FeedPage>();
  return posts.map(({ id }) => id);
}

/** How many more posts an author's hour allows, after one more. */
async function postsLeft(author: TestUser): Promise<number> {
  const response = await author.call('POST', '/posts', { mediaIds: [await aMedium(author)] });
  expect(response.status).toBe(201);
  return Number(response.headers.get('ratelimit-remaining'));
}

/** The cron of a later minute. */
async function runCron(later: number): Promise<void> {
  const scheduledTime = new Date(Date.now() + later);
  await worker.scheduled(createScheduledController({ scheduledTime, cron: '* * * * *' }), env as unknown as WorkerEnv);
}

describe('a draft', () => {
  it('is kept, changed, listed and deleted, for its author only', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const draft = await aDraft(ann, { caption: 'soon #dusk', location: { lat: 1, lon: 2, name: 'Here' } });
    expect(draft).toMatchObject({ status: 'draft', publishAt: null, caption: 'soon #dusk', hashtags: ['dusk'] });
    expect(draft.media[0]?.urls?.feed).toContain('sig=');
    expect((await callApi('GET', `/media/${draft.media[0]?.id}/feed`)).status).toBe(404);
    const changed = await ann.call('PATCH', `/drafts/${draft.id}`, {
      caption: 'later',
      location: null,
      hideLikes: true,
    });
    expect(await changed.json()).toMatchObject({ caption: 'later', location: null, hideLikes: true, hashtags: [] });
    const empty = await aDraft(ann, { mediaIds: [] });
    expect((await draftsOf(ann)).drafts.map(({ id }) => id)).toEqual([empty.id, draft.id]);
    expect((await draftsOf(ben)).drafts).toEqual([]);
    for (const [method, path] of [
      ['GET', `/drafts/${draft.id}`],
      ['PATCH', `/drafts/${draft.id}`],
      ['DELETE', `/drafts/${draft.id}`],
      ['POST', `/drafts/${draft.id}/publish`],
      ['GET', `/posts/${draft.id}`],
    ] as const) {
      const body = method === 'PATCH' ? { caption: 'mine' } : undefined;
      expect((await ben.call(method, path, body)).status, `${method} ${path}`).toBe(404);
    }
    expect(await feedOf(ann)).toEqual([]);
    expect((await ann.call('DELETE', `/drafts/${draft.id}`)).status).toBe(204);
    expect((await draftsOf(ann)).drafts.map(({ id }) => id)).toEqual([empty.id]);
  });

  it('changes its media: new ones are taken, left out ones are free again', async () => {
    const ann = await aUser();
    const [first, second, third] = [await aMedium(ann), await aMedium(ann), await aMedium(ann)];
    const draft = await aDraft(ann, { mediaIds: [first, second] });
    const changed = await ann.call('PATCH', `/drafts/${draft.id}`, { mediaIds: [third, first] });
    expect((await changed.json<Draft>()).media.map(({ id }) => id)).toEqual([third, first]);
    expect((await aPost(ann, { mediaIds: [second] })).media[0]?.id).toBe(second);
    const taken = await ann.call('PATCH', `/drafts/${draft.id}`, { mediaIds: [second] });
    expect(taken.status).toBe(409);
    expect((await ann.call('POST', '/posts', { mediaIds: [first] })).status).toBe(409);
  });

  it('is published at the top of the feeds, once', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const draft = await aDraft(ann, { caption: 'at last' });
    const before = await aPost(ann);
    const post = await (await ann.call('POST', `/drafts/${draft.id}/publish`)).json<Post>();
    expect(post).toMatchObject({ id: draft.id, caption: 'at last' });
    expect(post.media[0]?.urls?.feed).not.toContain('sig=');
    expect(Date.parse(post.createdAt)).toBeGreaterThan(Date.parse(before.createdAt) - 1);
    expect(await feedOf(ann)).toEqual([draft.id, before.id]);
    await expect.poll(() => feedOf(ben)).toEqual([draft.id, before.id]);
    expect((await ann.call('POST', `/drafts/${draft.id}/publish`)).status).toBe(201);
    expect(await feedOf(ann)).toEqual([draft.id, before.id]);
    expect((await draftsOf(ann)).drafts).toEqual([]);
    // An edit and a deletion find the entry where it is.
    await ann.call('PATCH', `/posts/${draft.id}`, { caption: 'edited' });
    expect(await feedOf(ann)).toEqual([draft.id, before.id]);
    await ann.call('DELETE', `/posts/${draft.id}`);
    expect(await feedOf(ann)).toEqual([before.id]);
    await expect.poll(() => feedOf(ben)).toEqual([before.id]);
  });

  it('counts as one post, however often it is asked for', async () => {
    const ann = await aUser();
    const draft = await aDraft(ann);
    const remaining = [];
    for (let i = 0; i < 3; i++) {
      const response = await ann.call('POST', `/drafts/${draft.id}/publish`);
      expect(response.status).toBe(201);
      remaining.push(response.headers.get('ratelimit-remaining'));
    }
    expect(remaining).toEqual(['9', null, null]);
    expect(await postsLeft(ann)).toBe(8);
  });

  it('counts once while it waits for a medium', async () => {
    const ann = await aUser();
    const draft = await aDraft(ann, { mediaIds: [await anUpload(ann)] });
    for (let i = 0; i < 3; i++) expect((await ann.call('POST', `/drafts/${draft.id}/publish`)).status).toBe(202);
    expect(await postsLeft(ann)).toBe(8);
  });

  it('without a medium is not published', async () => {
    const ann = await aUser();
    const draft = await aDraft(ann, { mediaIds: [] });
    expect((await ann.call('POST', `/drafts/${draft.id}/publish`)).status).toBe(409);
  });

  it('is made once by a request that is sent again', async () => {
    const ann = await aUser();
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    const body = { mediaIds: [await aMedium(ann)] };
    for (let i = 0; i < 2; i++) expect((await ann.call('POST', '/drafts', body, headers)).status).toBe(201);
    expect((await draftsOf(ann)).drafts).toHaveLength(1);
  });
});

it('the limit of drafts holds exactly, also when many are made at once', async () => {
  const ann = await aUser();
  const make = () => ann.call('POST', '/drafts', { caption: 'one of many' });
  const statuses: number[] = [];
  for (let round = 0; round < 3; round++) {
    const answers = await Promise.all(Array.from({ length: 40 }, make));
    statuses.push(...answers.map(({ status }) => status));
  }
  expect(statuses.filter((status) => status === 201)).toHaveLength(100);
  expect(statuses.filter((status) => status === 409)).toHaveLength(20);
  expect(await (await make()).json()).toMatchObject({
    code: 'conflict',
    detail: expect.stringContaining('100 drafts'),
  });
  expect((await draftsOf(ann, '?limit=100')).drafts).toHaveLength(100);
}, 60_000);

describe('a scheduled post', () => {
  it('publishes itself when it is due, once, however many runs there are', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const draft = await aDraft(ann, { caption: 'good morning', publishAt: inHours(1) });
    expect(draft.status).toBe('scheduled');
    const before = await aPost(ann);
    await runCron(0);
    expect(await feedOf(ann)).toEqual([before.id]);
    await Promise.all([runCron(2 * HOUR_MS), runCron(2 * HOUR_MS), runCron(2 * HOUR_MS)]);
    await expect.poll(() => feedOf(ben)).toEqual([draft.id, before.id]);
    await runCron(3 * HOUR_MS);
    expect(await feedOf(ben)).toEqual([draft.id, before.id]);
    const page = await (await ben.call('GET', `/users/${ann.user.id}/posts`)).json<PostsPage>();
    expect(page.posts.map(({ id }) => id)).toEqual([draft.id, before.id]);
    expect((await draftsOf(ann)).drafts).toEqual([]);
  });

  it('is moved, and called off', async () => {
    const ann = await aUser();
    const draft = await aDraft(ann, { publishAt: inHours(1) });
    const moved = await ann.call('PATCH', `/drafts/${draft.id}`, { publishAt: inHours(5) });
    expect((await moved.json<Draft>()).status).toBe('scheduled');
    await runCron(2 * HOUR_MS);
    expect(await feedOf(ann)).toEqual([]);
    const off = await ann.call('PATCH', `/drafts/${draft.id}`, { publishAt: null });
    expect(await off.json()).toMatchObject({ status: 'draft', publishAt: null });
    await runCron(6 * HOUR_MS);
    expect(await feedOf(ann)).toEqual([]);
  });

  it('needs a time to come and something to show', async () => {
    const ann = await aUser();
    const mediaIds = [await aMedium(ann)];
    for (const [body, path] of [
      [{ mediaIds, publishAt: inHours(-1) }, 'publishAt'],
      [{ mediaIds, publishAt: inHours(24 * 400) }, 'publishAt'],
      [{ mediaIds: [], publishAt: inHours(1) }, 'mediaIds'],
    ] as const) {
      const response = await ann.call('POST', '/drafts', body);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ errors: [{ path }] });
    }
    const draft = await aDraft(ann, { mediaIds, publishAt: inHours(1) });
    expect((await ann.call('PATCH', `/drafts/${draft.id}`, { mediaIds: [] })).status).toBe(422);
  });

  it('waits while its author has published as much as an hour allows', async () => {
    const ann = await aUser();
    for (let i = 0; i < 10; i++) await aPost(ann);
    const draft = await aDraft(ann, { publishAt: inHours(0.1) });
    await runCron(0.2 * HOUR_MS);
    // Put off until the hour allows it: no run until then looks at it, so that it keeps nobody else's post waiting.
    const [waiting] = (await draftsOf(ann)).drafts;
    expect(waiting?.id).toBe(draft.id);
    expect(Date.parse(waiting?.publishAt ?? '')).toBeGreaterThan(Date.now() + 0.5 * HOUR_MS);
    await runCron(2 * HOUR_MS);
    expect((await feedOf(ann))[0]).toBe(draft.id);
  });

  it('counts as one post, however many runs overlap', async () => {
    const ann = await aUser();
    const draft = await aDraft(ann, { publishAt: inHours(1) });
    const due = Date.now() - 1_000;
    await services.shards.forId(draft.id).db.run(sql`UPDATE posts SET publish_at = ${due} WHERE id = ${draft.id}`);
    await Promise.all(Array.from({ length: 5 }, () => runCron(0)));
    await expect.poll(() => feedOf(ann)).toEqual([draft.id]);
    expect(await postsLeft(ann)).toBe(8);
  });

  it('is published by a later run when the one that took it up died', async () => {
    const ann = await aUser();
    const draft = await aDraft(ann, { publishAt: inHours(1) });
    const shard = services.shards.forId(draft.id);
    const due = Date.now() + HOUR_MS + 1_000;
    expect(await takeDue(shard, draft.id, due)).toBe(true);
    expect(await takeDue(shard, draft.id, due + 60_000)).toBe(false);
    await runCron(HOUR_MS + 60_000);
    expect(await feedOf(ann)).toEqual([]);
    await runCron(HOUR_MS + 4 * 60_000);
    await expect.poll(() => feedOf(ann)).toEqual([draft.id]);
  });

  it.each([
    ['called off', null, 'draft'],
    ['moved', inHours(5), 'scheduled'],
  ])('stays unpublished when it is %s while a run has taken it up', async (_what, publishAt, status) => {
    const ann = await aUser();
    const drafts = [await aDraft(ann, { publishAt: inHours(1) }), await aDraft(ann, { publishAt: inHours(1) })];
    const [ready, unready] = drafts.map(({ id }) => id) as [string, string];
    const mediaId = await anUpload(ann);
    await ann.call('PATCH', `/drafts/${unready}`, { mediaIds: [mediaId] });
    const now = Date.now() + HOUR_MS + 1_000;
    for (const id of [ready, unready]) {
      expect(await takeDue(services.shards.forId(id), id, now)).toBe(true);
      expect((await ann.call('PATCH', `/drafts/${id}`, { publishAt })).status).toBe(200);
      expect(await publishKept(services, id, now)).toBe(false);
      expect(await waitForMedia(services.shards, id, 'due', now)).toBe(false);
      expect(await (await ann.call('GET', `/drafts/${id}`)).json()).toMatchObject({ status, publishAt });
    }
  });

  it('can be changed also when it is due and waits for the next run', async () => {
    const ann = await aUser();
    const draft = await aDraft(ann, { publishAt: inHours(1) });
    const due = Date.now() - 1_000;
    await services.shards.forId(draft.id).db.run(sql`UPDATE posts SET publish_at = ${due} WHERE id = ${draft.id}`);
    const changed = await ann.call('PATCH', `/drafts/${draft.id}`, { caption: 'better' });
    expect(await changed.json()).toMatchObject({ status: 'scheduled', caption: 'better' });
    await runCron(0);
    expect(await feedOf(ann)).toEqual([draft.id]);
  });
});
