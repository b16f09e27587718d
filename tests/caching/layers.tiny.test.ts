import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { layersSchema, Post } from '../../shared/contracts/index.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import { servicesFor, type WorkerEnv } from '../../workers/services.ts';
import { aPost } from '../support/a-post.ts';
import { aUser, callApi, type TestUser } from '../support/a-user.ts';
import { aPhoto } from '../support/an-upload.ts';
import { coldIsolate } from '../support/cold-isolate.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { config } = services;

async function layers(): Promise<z.infer<typeof layersSchema>> {
  const response = await callApi('GET', '/admin/caches', undefined, { Authorization: `Bearer ${config.OPERATOR_KEY}` });
  return response.json();
}

describe('anonymous reads', () => {
  it('come from the edge for seconds, and end with the right to see them', async () => {
    const ann = await aUser();
    const post = await aPost(ann, { caption: 'for everybody' });
    const read = () => callApi('GET', `/posts/${post.id}`);
    const first = await read();
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=1');
    await expect.poll(async () => (await read()).status).toBe(200);
    const { hits } = (await layers()).edge;
    expect(hits).toBeGreaterThan(0);
    await ann.call('DELETE', `/posts/${post.id}`);
    await expect.poll(async () => (await read()).status, { timeout: 5_000 }).toBe(404);
  });

  it('are not mixed with what a member sees', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    await callApi('GET', `/posts/${post.id}`);
    await ben.call('POST', `/posts/${post.id}/like`);
    expect((await (await ben.call('GET', `/posts/${post.id}`)).json<Post>()).viewer.liked).toBe(true);
    expect((await (await callApi('GET', `/posts/${post.id}`)).json<Post>()).viewer.liked).toBe(false);
    await ann.call('POST', `/users/${ben.user.id}/block`);
    expect((await ben.call('GET', `/posts/${post.id}`)).status).toBe(404);
  });
});

it('collapses a stampede: 200 readers of one cold post ask D1 once', async () => {
  const [ann, ben] = await Promise.all([aUser(), aUser()]);
  const post = await aPost(ann);
  await ben.call('POST', `/users/${ann.user.id}/follow`);
  const { caches } = servicesFor(env as unknown as WorkerEnv);
  caches.posts.forget(post.id);
  caches.counts.forget(post.id);
  const before = { posts: caches.posts.counts.misses, counts: caches.counts.counts.misses };
  const reads = await Promise.all(Array.from({ length: 200 }, () => ben.call('GET', '/feed?mode=latest&limit=1')));
  expect(reads.every(({ status }) => status === 200)).toBe(true);
  expect(caches.posts.counts.misses - before.posts).toBeLessThanOrEqual(1);
  expect(caches.counts.counts.misses - before.counts).toBeLessThanOrEqual(1);
});

it('counts the pages that clients still hold, and those that cells have at hand', async () => {
  const [ann, ben] = await Promise.all([aUser(), aUser()]);
  await aPost(ann);
  await ben.call('POST', `/users/${ann.user.id}/follow`);
  const read = (headers = {}) => ben.call('GET', '/feed?mode=latest&limit=1', undefined, headers);
  const first = await read();
  const before = await layers();
  const etag = first.headers.get('ETag') ?? '';
  const again = await read({ 'If-None-Match': etag });
  expect([again.status, (await read({ 'If-None-Match': 'W/"other"' })).status]).toEqual([304, 200]);
  const after = await layers();
  expect(after.client).toEqual({ hits: before.client.hits + 1, misses: before.client.misses + 1 });
  expect(after.cell.hits + after.cell.misses).toBe(before.cell.hits + before.cell.misses + 2);
  const { pages } = await services.stubs.cell(await cellOf(ben)).describeCell();
  expect(pages.hits).toBeGreaterThan(0);
  expect(pages.misses).toBeGreaterThan(0);
});

it.each(['latest', 'ranked'])('counts each first page of the %s feed once at its cell', async (mode) => {
  const ann = await aUser();
  await aPost(ann);
  const cell = services.stubs.cell(await cellOf(ann));
  const { pages: before } = await cell.describeCell();
  for (let read = 0; read < 3; read++) await ann.call('GET', `/feed?mode=${mode}&limit=1`);
  const { pages: after } = await cell.describeCell();
  expect(after.misses - before.misses).toBeGreaterThan(0);
  expect(after.hits + after.misses).toBe(before.hits + before.misses + 3);
});

it('finds cards of single posts that another isolate read in the data centre', async () => {
  const [ann, ben] = await Promise.all([aUser(), aUser()]);
  const post = await aPost(ann);
  const [one, other] = [coldIsolate(), coldIsolate()];
  expect((await one.call('GET', `/posts/${post.id}`)).status).toBe(200);
  expect((await other.call('POST', `/posts/${post.id}/save`, ben.token)).status).toBe(200);
  expect(other.services.layers.colo).toEqual({ hits: 1, misses: 0 });
  expect(other.statements.filter((sql) => sql.includes('AS wanted JOIN posts'))).toEqual([]);
  const unknown = coldIsolate({ COLO_CACHE_SECONDS: '0' });
  expect((await unknown.call('POST', `/posts/${post.id}/save`, ben.token)).status).toBe(200);
  expect(unknown.services.layers.colo).toEqual({ hits: 0, misses: 0 });
  expect(unknown.statements.filter((sql) => sql.includes('AS wanted JOIN posts'))).toHaveLength(1);
});

it('counts public pictures in the data centre, and the posts that likes need', async () => {
  const [ann, ben] = await Promise.all([aUser(), aUser()]);
  const photo = await aPhoto(ann);
  const post = await aPost(ann, { mediaIds: [photo.id] });
  const isolate = coldIsolate();
  const look = () => isolate.call('GET', `/media/${photo.id}/thumb`, undefined, { Accept: 'image/webp' });
  for (let n = 0; n < 3; n++) expect((await look()).headers.get('Content-Type')).toBe('image/webp');
  for (let n = 0; n < 3; n++)
    expect((await isolate.call('POST', `/posts/${post.id}/like`, ben.token)).status).toBe(200);
  const response = await isolate.call('GET', '/admin/caches', config.OPERATOR_KEY);
  const counted = await response.json<z.infer<typeof layersSchema>>();
  expect(counted.media).toEqual({ hits: 2, misses: 1 });
  expect(counted.likeTargets).toEqual({ hits: 2, stale: 0, misses: 1, collapsed: 0 });
});

async function cellOf({ user }: TestUser): Promise<string> {
  return (await loadPeople(services.shards, [user.id])).get(user.id)?.cellId ?? '';
}
