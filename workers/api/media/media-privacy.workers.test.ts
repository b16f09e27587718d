import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Media } from '../../../shared/contracts/index.ts';
import { signedMediaUrls } from '../../../shared/domain/media/media-urls.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';
import { aPhoto } from '../../../tests/support/an-upload.ts';
import { authorizeBytes } from '../../media/authorize-media.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards, config } = services;
const PUBLIC_MS = config.MEDIA_PUBLIC_SECONDS * 1_000;
const TEN_MINUTES_MS = 600_000;
const NOBODY = { viewerId: null, vouched: false };

const open = (url: string | undefined) => callApi('GET', (url ?? '').replace('/api/v1', ''));
const statusFor = async (viewer: TestUser | null, id: string, variant = 'feed') =>
  (await (viewer ? viewer.call : callApi)('GET', `/media/${id}/${variant}`)).status;
const goPrivate = (owner: TestUser, isPrivate = true) => owner.call('PATCH', '/users/me', { isPrivate });
const urlsOf = async (viewer: TestUser, id: string) =>
  (await (await viewer.call('GET', `/media/${id}`)).json<Media>()).urls;

async function aPosted(owner: TestUser) {
  const media = await aPhoto(owner);
  return { media, post: await aPost(owner, { mediaIds: [media.id] }) };
}

/** What a story for close friends and a message will do with their media. */
async function restrict(mediaId: string): Promise<void> {
  const statement = shards.forId(mediaId).d1.prepare(`UPDATE media SET audience = 'restricted' WHERE id = ?`);
  await statement.bind(mediaId).run();
}

describe('going private', () => {
  it('covers what was public before, for everybody but followers', async () => {
    const [owner, follower, stranger] = await Promise.all([aUser(), aUser(), aUser()]);
    const { media } = await aPosted(owner);
    await follower.call('POST', `/users/${owner.user.id}/follow`);
    expect(await statusFor(null, media.id)).toBe(200);
    await goPrivate(owner);
    for (const variant of ['full', 'story']) {
      expect(await statusFor(null, media.id, variant)).toBe(404);
      expect(await statusFor(stranger, media.id, variant)).toBe(404);
      expect(await statusFor(follower, media.id, variant)).toBe(200);
    }
    const signed = await open((await urlsOf(follower, media.id))?.full);
    expect([signed.status, signed.headers.get('cache-control')]).toEqual([200, 'private, max-age=300']);
    await goPrivate(owner, false);
    expect(await statusFor(null, media.id, 'full')).toBe(200);
  });

  it('is felt after a minute at most where the photo was just taken for public, whatever the caches hold', async () => {
    const owner = await aUser();
    const { media } = await aPosted(owner);
    const now = Date.now();
    expect(await authorizeBytes(services, media.id, 'feed', NOBODY, now)).toBe('public');
    await goPrivate(owner);
    expect(await authorizeBytes(services, media.id, 'feed', NOBODY, now + PUBLIC_MS - 1)).toBe('public');
    expect(await authorizeBytes(services, media.id, 'feed', NOBODY, now + PUBLIC_MS)).toBeNull();
  });

  it('lets no shared cache keep a copy for more than minutes', async () => {
    const owner = await aUser();
    const { media } = await aPosted(owner);
    const { headers } = await open(`/media/${media.id}/feed`);
    expect(headers.get('cdn-cache-control')).toBe('public, max-age=300');
    await goPrivate(owner);
    const own = await owner.call('GET', `/media/${media.id}/full`);
    expect(own.headers.get('cache-control')).toBe('private, max-age=300');
    expect(own.headers.get('cdn-cache-control')).toBeNull();
  });
});

describe('a signed URL', () => {
  it('ends with the right of its viewer: when they unfollow', async () => {
    const owner = await aUser({ isPrivate: true });
    const follower = await aUser();
    await follower.call('POST', `/users/${owner.user.id}/follow`);
    await owner.call('POST', `/follow-requests/${follower.user.id}/accept`);
    const { media } = await aPosted(owner);
    const url = (await urlsOf(follower, media.id))?.feed;
    expect((await open(url)).status).toBe(200);
    await follower.call('DELETE', `/users/${owner.user.id}/follow`);
    expect((await open(url)).status).toBe(404);
  });

  it('ends by itself within ten minutes, for its viewer too', async () => {
    const owner = await aUser({ isPrivate: true });
    const { media } = await aPosted(owner);
    const sign = (now: number) => signedMediaUrls(config.TOKEN_KEYS, owner.user.id, now)(media.id, 'feed');
    expect((await open(sign(Date.now()))).status).toBe(200);
    expect((await open(sign(Date.now() - TEN_MINUTES_MS))).status).toBe(404);
  });

  it('of one viewer is of no use with the token of another', async () => {
    const owner = await aUser({ isPrivate: true });
    const [follower, stranger] = await Promise.all([aUser(), aUser()]);
    await follower.call('POST', `/users/${owner.user.id}/follow`);
    await owner.call('POST', `/follow-requests/${follower.user.id}/accept`);
    const { media } = await aPosted(owner);
    const url = (await urlsOf(follower, media.id))?.feed ?? '';
    expect((await stranger.call('GET', url.replace('/api/v1', ''))).status).toBe(404);
  });
});

describe('media of a restricted audience', () => {
  it('are opened by nothing but a signature that what shows them has made for the viewer', async () => {
    const [owner, friend, other] = await Promise.all([aUser(), aUser(), aUser()]);
    await friend.call('POST', `/users/${owner.user.id}/follow`);
    const { media } = await aPosted(owner);
    await restrict(media.id);
    for (const viewer of [null, friend, other]) expect(await statusFor(viewer, media.id)).toBe(404);
    expect((await friend.call('GET', `/media/${media.id}`)).status).toBe(404);
    expect(await statusFor(owner, media.id)).toBe(200);

    const url = signedMediaUrls(config.TOKEN_KEYS, friend.user.id, Date.now())(media.id, 'feed');
    const opened = await open(url);
    expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'private, max-age=300']);
    expect((await friend.call('GET', url.replace('/api/v1', ''))).status).toBe(200);
    expect((await other.call('GET', url.replace('/api/v1', ''))).status).toBe(404);
    expect((await open(url.replace(friend.user.id, other.user.id))).status).toBe(404);
    await owner.call('POST', `/users/${friend.user.id}/block`);
    expect((await open(url)).status).toBe(404);
  });

  it('stay closed to signatures that are over', async () => {
    const [owner, friend] = await Promise.all([aUser(), aUser()]);
    const { media } = await aPosted(owner);
    await restrict(media.id);
    const old = signedMediaUrls(config.TOKEN_KEYS, friend.user.id, Date.now() - TEN_MINUTES_MS)(media.id, 'feed');
    expect((await open(old)).status).toBe(404);
  });

  it('are those of an archived post, until it is restored', async () => {
    const [owner, other] = await Promise.all([aUser(), aUser()]);
    const { media, post } = await aPosted(owner);
    await owner.call('POST', `/posts/${post.id}/archive`);
    expect([await statusFor(null, media.id), await statusFor(other, media.id)]).toEqual([404, 404]);
    expect(await statusFor(owner, media.id)).toBe(200);
    await owner.call('POST', `/posts/${post.id}/restore`);
    expect(await statusFor(null, media.id)).toBe(200);
  });
});
