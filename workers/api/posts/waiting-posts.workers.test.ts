import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import {
  type Draft,
  type DraftsPage,
  draftSchema,
  type FeedPage,
  type Problem,
} from '../../../shared/contracts/index.ts';
import { claimMedia, failClaim, finishMedia } from '../../../shared/db/media/change-media-state.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { loadPosts } from '../../../shared/db/posts/load-posts.ts';
import { endLongWaits, WAIT_MS } from '../../../shared/db/posts/waiting-posts.ts';
import { aMedium } from '../../../tests/support/a-medium.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';
import { anUpload, untilSettled } from '../../../tests/support/an-upload.ts';
import { fixture } from '../../../tests/support/fixture.ts';
import { publishPostsOf } from '../../fanout/publish-waiting.ts';
import worker from '../../index.ts';
import { acceptBytes } from '../../media/accept-bytes.ts';
import { processMedia } from '../../media/process-media.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards } = services;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The cron of a later minute. */
async function runCron(later = 0): Promise<void> {
  const scheduledTime = new Date(Date.now() + later);
  await worker.scheduled(createScheduledController({ scheduledTime, cron: '* * * * *' }), env as unknown as WorkerEnv);
}

async function aWaitingPost(author: TestUser, mediaIds: string[], given: Record<string, unknown> = {}): Promise<Draft> {
  const response = await author.call('POST', '/posts', { mediaIds, ...given });
  expect(response.status).toBe(202);
  const draft = draftSchema.parse(await response.json());
  expect(response.headers.get('location')).toBe(`/api/v1/drafts/${draft.id}`);
  expect(draft).toMatchObject({ status: 'waiting', publishAt: null });
  return draft;
}

const complete = (owner: TestUser, mediaId: string) => owner.call('POST', `/media/${mediaId}/complete`);
const statusOf = async (user: TestUser, id: string) => (await user.call('GET', `/posts/${id}`)).status;
const draftOf = async (user: TestUser, id: string) => (await user.call('GET', `/drafts/${id}`)).json<Draft>();
const stateOf = async (id: string) => (await loadPosts(shards, [id])).get(id)?.state;

async function feedOf(user: TestUser): Promise<string[]> {
  const { posts } = await (await user.call('GET', '/feed?mode=latest')).json<FeedPage>();
  return posts.map(({ id }) => id);
}

/** Ends the processing of a medium behind everybody's back: as a worker does that dies right after. */
async function settleSilently(mediaId: string, ok = true): Promise<void> {
  const row = await findMedia(shards, mediaId);
  if (!row) throw new Error('no medium');
  await acceptBytes(services, row, Date.now());
  const claim = await claimMedia(shards, mediaId, 1, Date.now());
  if (!claim) throw new Error('no claim');
  const facts = { contentType: 'image/jpeg', width: 768, height: 512, blurhash: 'LEHV6nWB2yk8pyo0adR*.7kCMdnj' };
  if (ok) await finishMedia(shards, claim, facts, Date.now());
  else await failClaim(shards, claim, 'corrupt', Date.now());
}

/** How often a post was published: each time it is owed to the audience by another row, and gets another revision. */
async function publications(postId: string): Promise<number> {
  return (await loadPosts(shards, [postId])).get(postId)?.revision ?? -1;
}

describe('a post whose media are on their way', () => {
  it('is its author’s alone, and publishes itself at the top of the feeds when the last one is ready', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const mediaIds = [await anUpload(ann), await aMedium(ann), await anUpload(ann)];
    const draft = await aWaitingPost(ann, mediaIds, { caption: 'soon #dusk' });
    expect(draft.media.map(({ id, status }) => [id, status])).toEqual([
      [mediaIds[0], 'pending'],
      [mediaIds[1], 'ready'],
      [mediaIds[2], 'pending'],
    ]);
    const before = await aPost(ann);
    for (const viewer of [ann, ben]) expect(await statusOf(viewer, draft.id)).toBe(404);
    expect((await ben.call('GET', `/drafts/${draft.id}`)).status).toBe(404);
    expect((await callApi('GET', `/media/${mediaIds[1]}`)).status).toBe(404);
    expect((await (await ann.call('GET', '/drafts')).json<DraftsPage>()).drafts.map(({ id }) => id)).toEqual([
      draft.id,
    ]);

    await complete(ann, mediaIds[2] ?? '');
    await untilSettled(ann, mediaIds[2] ?? '');
    await runCron();
    expect(await stateOf(draft.id)).toBe('waiting');
    await complete(ann, mediaIds[0] ?? '');
    await expect.poll(() => statusOf(ben, draft.id)).toBe(200);
    await expect.poll(() => feedOf(ben)).toEqual([draft.id, before.id]);
    expect((await ann.call('GET', `/drafts/${draft.id}`)).status).toBe(404);
    const feed = await callApi('GET', `/media/${mediaIds[0]}/feed`);
    expect(feed.status).toBe(200);
  });

  it('is written once by a request that is sent again, before and after it was published', async () => {
    const ann = await aUser();
    const mediaId = await anUpload(ann);
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    const first = await (await ann.call('POST', '/posts', { mediaIds: [mediaId] }, headers)).json<Draft>();
    await complete(ann, mediaId);
    await expect.poll(() => stateOf(first.id)).toBe('published');
    const again = await ann.call('POST', '/posts', { mediaIds: [mediaId] }, headers);
    expect([again.status, (await again.json<Draft>()).id]).toEqual([202, first.id]);
  });

  it('takes no medium of somebody else, none that has failed and none that is in another post', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const failed = await anUpload(ann);
    await settleSilently(failed, false);
    const used = await anUpload(ann);
    await aWaitingPost(ann, [used]);
    for (const [mediaId, status, code] of [
      [await anUpload(ben), 422, 'invalid-values'],
      [failed, 422, 'media-failed'],
      [used, 409, 'conflict'],
    ] as const) {
      const response = await ann.call('POST', '/posts', { mediaIds: [await anUpload(ann), mediaId] });
      expect([response.status, (await response.json<Problem>()).code]).toEqual([status, code]);
    }
    expect((await ann.call('DELETE', `/media/${used}`)).status).toBe(409);
  });

  it('is kept when a draft is published too early', async () => {
    const ann = await aUser();
    const mediaId = await anUpload(ann);
    const draft = await (await ann.call('POST', '/drafts', { mediaIds: [mediaId] })).json<Draft>();
    expect(draft.status).toBe('draft');
    for (const _ of [1, 2]) {
      const response = await ann.call('POST', `/drafts/${draft.id}/publish`);
      expect([response.status, (await response.json<Draft>()).status]).toEqual([202, 'waiting']);
    }
    await complete(ann, mediaId);
    await expect.poll(() => stateOf(draft.id)).toBe('published');
    expect((await ann.call('POST', `/drafts/${draft.id}/publish`)).status).toBe(201);
  });

  it('becomes an ordinary draft after a day, and not earlier', async () => {
    const ann = await aUser();
    const [draft, whole] = [
      await aWaitingPost(ann, [await anUpload(ann)]),
      await aWaitingPost(ann, [await anUpload(ann)]),
    ];
    const shard = shards.forId(draft.id);
    const since = (await loadPosts(shards, [draft.id])).get(draft.id)?.publishAt ?? 0;
    await settleSilently(whole.media[0]?.id ?? '');
    await endLongWaits(shard, since + WAIT_MS);
    expect((await draftOf(ann, draft.id)).status).toBe('waiting');
    await endLongWaits(shard, since + WAIT_MS + MINUTE_MS);
    expect(await draftOf(ann, draft.id)).toMatchObject({ status: 'draft', publishAt: null });
    expect((await draftOf(ann, whole.id)).status).toBe('waiting');
    await settleSilently(draft.media[0]?.id ?? '');
    await runCron();
    expect([await stateOf(draft.id), await stateOf(whole.id)]).toEqual(['draft', 'published']);
  });
});

describe('a waiting post when a medium fails', () => {
  it('says which and why, and publishes itself when it is replaced', async () => {
    const ann = await aUser();
    const [good, bad] = [await anUpload(ann), await anUpload(ann, { bytes: fixture('large.jpg').slice(0, 9_000) })];
    const draft = await aWaitingPost(ann, [good, bad]);
    for (const id of [good, bad]) {
      await complete(ann, id);
      await untilSettled(ann, id);
    }
    await runCron();
    const failed = await draftOf(ann, draft.id);
    expect(failed.status).toBe('failed');
    expect(failed.media.map(({ status, error }) => [status, error?.code])).toEqual([
      ['ready', undefined],
      ['failed', 'truncated'],
    ]);
    expect((await ann.call('POST', `/drafts/${draft.id}/publish`)).status).toBe(422);
    const other = await anUpload(ann);
    const replaced = await ann.call('PATCH', `/drafts/${draft.id}`, { mediaIds: [good, other] });
    expect((await replaced.json<Draft>()).status).toBe('waiting');
    await complete(ann, other);
    await expect.poll(() => stateOf(draft.id)).toBe('published');
  });

  it('publishes itself without it when it is removed, but not without any', async () => {
    const ann = await aUser();
    const [good, bad] = [await aMedium(ann), await anUpload(ann)];
    const draft = await aWaitingPost(ann, [good, bad]);
    await settleSilently(bad, false);
    expect((await ann.call('PATCH', `/drafts/${draft.id}`, { mediaIds: [] })).status).toBe(422);
    expect((await ann.call('PATCH', `/drafts/${draft.id}`, { mediaIds: [good] })).status).toBe(200);
    expect(await stateOf(draft.id)).toBe('published');
    expect((await ann.call('DELETE', `/media/${bad}`)).status).toBe(204);
  });

  it('is discarded with its media', async () => {
    const ann = await aUser();
    const mediaId = await anUpload(ann);
    const draft = await aWaitingPost(ann, [mediaId]);
    await settleSilently(mediaId, false);
    expect((await ann.call('DELETE', `/drafts/${draft.id}`)).status).toBe(204);
    expect(await findMedia(shards, mediaId)).toBeUndefined();
  });
});

describe('a waiting post is published exactly once', () => {
  it('however often, and by however many, its media are said to be ready', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const [one, two] = [await anUpload(ann), await anUpload(ann)];
    const draft = await aWaitingPost(ann, [one, two]);
    await Promise.all([settleSilently(one), settleSilently(two)]);
    await Promise.all([
      runCron(),
      ...[one, two, one, two].map((id) => publishPostsOf(services, id, Date.now())),
      ...[one, two, one].map((id) => processMedia(services, id, Date.now())),
      ...[one, two].map((id) => complete(ann, id)),
    ]);
    expect(await stateOf(draft.id)).toBe('published');
    expect(await publications(draft.id)).toBe(1);
    await expect.poll(() => feedOf(ben)).toEqual([draft.id]);
    await runCron(2 * MINUTE_MS);
    expect(await publications(draft.id)).toBe(1);
    expect(await feedOf(ben)).toEqual([draft.id]);
  });

  it('when the worker dies after its medium is ready: the message comes again, or the cron runs', async () => {
    const ann = await aUser();
    const [one, two] = [await anUpload(ann), await anUpload(ann)];
    const [first, second] = [await aWaitingPost(ann, [one]), await aWaitingPost(ann, [two])];
    await Promise.all([settleSilently(one), settleSilently(two)]);
    expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['waiting', 'waiting']);
    await processMedia(services, one, Date.now());
    expect([await stateOf(first.id), await stateOf(second.id)]).toEqual(['published', 'waiting']);
    await runCron();
    expect(await stateOf(second.id)).toBe('published');
  });

  it('when the message of its publication is lost', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const mediaId = await anUpload(ann);
    const draft = await aWaitingPost(ann, [mediaId]);
    await settleSilently(mediaId);
    const fanoutQueue = new Proxy(env.FANOUT_QUEUE, {
      get: () => () => Promise.reject(new Error('the queue is away')),
    });
    await publishPostsOf({ ...services, fanoutQueue }, mediaId, Date.now());
    expect(await stateOf(draft.id)).toBe('published');
    expect(await feedOf(ben)).toEqual([]);
    await runCron(2 * MINUTE_MS);
    await expect.poll(() => feedOf(ben)).toEqual([draft.id]);
    expect(await publications(draft.id)).toBe(1);
  });

  it('when the message of its medium is lost', async () => {
    const ann = await aUser();
    const mediaId = await anUpload(ann);
    const draft = await aWaitingPost(ann, [mediaId]);
    const row = await findMedia(shards, mediaId);
    if (row) await acceptBytes(services, row, Date.now());
    await runCron(services.config.MEDIA_LEASE_SECONDS * 1_000 + MINUTE_MS);
    await expect.poll(() => stateOf(draft.id)).toBe('published');
  });

  it('not at all when its author deletes it meanwhile', async () => {
    const ann = await aUser();
    const mediaId = await anUpload(ann);
    const draft = await aWaitingPost(ann, [mediaId]);
    const row = await findMedia(shards, mediaId);
    if (row) await acceptBytes(services, row, Date.now());
    await Promise.all([ann.call('DELETE', `/drafts/${draft.id}`), processMedia(services, mediaId, Date.now())]);
    await runCron();
    expect(await stateOf(draft.id)).toBe('deleted');
    expect(await feedOf(ann)).toEqual([]);
    expect((await callApi('GET', `/media/${mediaId}/feed`)).status).toBe(404);
  });
});

describe('a scheduled post whose media are on their way', () => {
  it('waits for its time when they are ready earlier', async () => {
    const ann = await aUser();
    const mediaId = await anUpload(ann);
    const publishAt = new Date(Date.now() + HOUR_MS).toISOString();
    const draft = await (await ann.call('POST', '/drafts', { mediaIds: [mediaId], publishAt })).json<Draft>();
    expect(draft).toMatchObject({ status: 'scheduled', publishAt });
    await complete(ann, mediaId);
    await untilSettled(ann, mediaId);
    await runCron();
    expect(await stateOf(draft.id)).toBe('scheduled');
    await runCron(HOUR_MS + MINUTE_MS);
    expect(await stateOf(draft.id)).toBe('published');
  });

  it('waits for them when its time comes first', async () => {
    const ann = await aUser();
    const mediaId = await anUpload(ann);
    const publishAt = new Date(Date.now() + HOUR_MS).toISOString();
    const draft = await (await ann.call('POST', '/drafts', { mediaIds: [mediaId], publishAt })).json<Draft>();
    await runCron(HOUR_MS + MINUTE_MS);
    expect(await draftOf(ann, draft.id)).toMatchObject({ status: 'waiting', publishAt: null });
    await complete(ann, mediaId);
    await expect.poll(() => stateOf(draft.id)).toBe('published');
    expect(await publications(draft.id)).toBe(2);
  });

  it('is moved to another time while it waits, and called off', async () => {
    const ann = await aUser();
    const mediaId = await anUpload(ann);
    const draft = await aWaitingPost(ann, [mediaId]);
    const publishAt = new Date(Date.now() + HOUR_MS).toISOString();
    const moved = await ann.call('PATCH', `/drafts/${draft.id}`, { publishAt });
    expect(await moved.json<Draft>()).toMatchObject({ status: 'scheduled', publishAt });
    const off = await ann.call('PATCH', `/drafts/${draft.id}`, { publishAt: null });
    expect((await off.json<Draft>()).status).toBe('draft');
    await complete(ann, mediaId);
    await untilSettled(ann, mediaId);
    await runCron(2 * HOUR_MS);
    expect(await stateOf(draft.id)).toBe('draft');
  });
});
