import { env, exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Media, Session, Variant } from '../../shared/contracts/index.ts';
import { variantKey } from '../../shared/domain/media/media-keys.ts';
import { aUser, callApi, ORIGIN, type TestUser } from '../support/a-user.ts';
import { aPhoto } from '../support/an-upload.ts';

/** Of this project in vitest.config.ts. */
const LIMITS = { reads: 50, refreshes: 19, media: 60, renderings: 3 };

const from = (address: string) => ({ 'CF-Connecting-IP': address });

async function countPassed(times: number, send: (index: number) => Promise<Response>): Promise<number> {
  const answers = await Promise.all(Array.from({ length: times }, (_, index) => send(index)));
  for (const answer of answers) {
    await answer.arrayBuffer();
    if (answer.status === 429) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  return answers.filter(({ status }) => status !== 429).length;
}

async function publicPhoto(owner: TestUser): Promise<Media> {
  const photo = await aPhoto(owner);
  expect((await owner.call('POST', '/posts', { mediaIds: [photo.id] })).status).toBe(201);
  return photo;
}

const getBytes = (id: string, variant: Variant, address: string, accept: string) =>
  callApi('GET', `/media/${id}/${variant}`, undefined, { ...from(address), Accept: accept });

describe('of many requests from one network exactly the limit pass', () => {
  it('for refreshes and log-outs together, whatever they send', async () => {
    const ann = await aUser();
    const send = (path: string, refreshToken: string, address: string) =>
      callApi('POST', `/auth/${path}`, { refreshToken }, from(address));
    const passed = await countPassed(60, (i) => send(i % 2 ? 'refresh' : 'logout', 'no token', '203.0.113.20'));
    expect(passed).toBe(LIMITS.refreshes);
    expect((await send('refresh', ann.refreshToken, '203.0.113.20')).status).toBe(429);
    const { refreshToken } = await (await send('refresh', ann.refreshToken, '203.0.113.21')).json<Session>();
    expect((await send('logout', refreshToken ?? '', '203.0.113.21')).status).toBe(204);
  });

  it('for the instance, its documents, its readiness and descriptions of media; others are told', async () => {
    const photo = await publicPhoto(await aUser());
    const paths = ['/api/v1/instance', '/health/ready', '/openapi.json', '/docs', `/api/v1/media/${photo.id}`];
    const get = (path: string, address: string) =>
      exports.default.fetch(`${ORIGIN}${path}`, { headers: from(address) });
    expect(await countPassed(120, (i) => get(paths[i % paths.length] ?? '', '203.0.113.30'))).toBe(LIMITS.reads);
    for (const path of paths) {
      expect((await get(path, '203.0.113.30')).status, path).toBe(429);
      expect((await get(path, '203.0.113.31')).status, path).toBe(200);
    }
    expect((await get('/health', '203.0.113.30')).status).toBe(200);
  });

  it('for bytes of media, which tell nothing of it; others and members look on', async () => {
    const owner = await aUser();
    const photo = await publicPhoto(owner);
    const get = (address: string) => getBytes(photo.id, 'thumb', address, 'image/webp');
    expect((await get('203.0.113.41')).headers.get('ratelimit-remaining')).toBeNull();
    expect(await countPassed(100, () => get('203.0.113.40'))).toBe(LIMITS.media);
    for (const path of ['video', 'animated', 'hls', 'dash', 'captions/en']) {
      expect((await callApi('GET', `/media/${photo.id}/${path}`, undefined, from('203.0.113.40'))).status).toBe(429);
    }
    expect((await get('203.0.113.41')).status).toBe(200);
    const asMember = await owner.call('GET', `/media/${photo.id}/thumb`, undefined, {
      ...from('203.0.113.40'),
      Accept: 'image/webp',
    });
    expect(asMember.status).toBe(200);
  });
});

it('renders so many pictures for one network; past that it gets what is stored, and others have theirs made', async () => {
  const owner = await aUser();
  const [photo, other] = [await publicPhoto(owner), await publicPhoto(owner)];
  const address = '203.0.113.50';
  const made: Variant[] = ['thumb', 'profile', 'feed'];
  expect(made).toHaveLength(LIMITS.renderings);
  for (const variant of made) {
    const picture = await getBytes(photo.id, variant, address, 'image/jpeg');
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
  }
  // What was made is everybody's, and counts no more.
  const again = await getBytes(photo.id, 'thumb', address, 'image/jpeg');
  expect(again.headers.get('content-type')).toBe('image/jpeg');
  const stored = await getBytes(photo.id, 'full', address, 'image/jpeg');
  expect([stored.status, stored.headers.get('content-type')]).toEqual([200, 'image/webp']);
  // Nothing of this variant is stored.
  const refused = await getBytes(other.id, 'story', address, 'image/jpeg');
  expect(refused.status).toBe(429);
  expect(await env.MEDIA.head(variantKey(other.id, 'story', 'jpeg'))).toBeNull();
  const both = await Promise.all(
    [address, '203.0.113.51'].map((one) => getBytes(other.id, 'story', one, 'image/jpeg')),
  );
  expect(both[1]?.status).toBe(200);
  expect((await getBytes(photo.id, 'full', '203.0.113.51', 'image/jpeg')).headers.get('content-type')).toBe(
    'image/jpeg',
  );
});
