import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Media, Variant } from '../../../shared/contracts/index.ts';
import { variantKey } from '../../../shared/domain/media/media-keys.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';
import { anUpload, aPhoto } from '../../../tests/support/an-upload.ts';

const CHROME = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8';

async function publish(owner: TestUser, media: Media): Promise<void> {
  const response = await owner.call('POST', '/posts', { mediaIds: [media.id] });
  if (response.status !== 201) throw new Error(await response.text());
}

const get = (mediaId: string, variant: Variant, headers: Record<string, string> = {}) =>
  callApi('GET', `/media/${mediaId}/${variant}`, undefined, headers);

describe('GET /media/{id}/{variant} of a public photo', () => {
  let photo: Media;
  let owner: TestUser;

  beforeAll(async () => {
    owner = await aUser();
    photo = await aPhoto(owner);
    await publish(owner, photo);
  });

  it.each([
    [undefined, 'image/jpeg'],
    ['*/*', 'image/jpeg'],
    ['image/webp,*/*', 'image/webp'],
    ['image/avif', 'image/avif'],
    ['image/avif;q=0.9,image/webp;q=0.8', 'image/avif'],
    ['image/avif;q=0,image/webp', 'image/webp'],
  ])('serves %s as %s', async (accept, type) => {
    const response = await get(photo.id, 'thumb', accept ? { Accept: accept } : {});
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('vary')).toContain('Accept');
    expect(response.headers.get('cache-control')).toBe('public, max-age=604800, immutable');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const body = await response.arrayBuffer();
    expect(response.headers.get('content-length')).toBe(String(body.byteLength));
  });

  it('gives a client that likes both the WebP at once, and AVIF when it is made', async () => {
    const first = await get(photo.id, 'feed', { Accept: CHROME });
    expect(first.headers.get('content-type')).toBe('image/webp');
    await first.arrayBuffer();
    for (let type = ''; type !== 'image/avif'; ) {
      const next = await get(photo.id, 'feed', { Accept: CHROME });
      await next.arrayBuffer();
      type = next.headers.get('content-type') ?? '';
    }
  });

  it('makes the story crop when it is first asked for', async () => {
    expect(await env.MEDIA.head(variantKey(photo.id, 'story', 'jpeg'))).toBeNull();
    const [one, two] = await Promise.all([get(photo.id, 'story'), get(photo.id, 'story')]);
    expect([one.status, two.status]).toEqual([200, 200]);
    const info = await env.IMAGES.info(new Blob([await one.arrayBuffer()]).stream());
    expect(info).toMatchObject({ width: 1_080, height: 1_920 });
    await two.arrayBuffer();
    expect(await env.MEDIA.head(variantKey(photo.id, 'story', 'jpeg'))).not.toBeNull();
  });

  it('answers conditional requests', async () => {
    const whole = await get(photo.id, 'full');
    await whole.arrayBuffer();
    const etag = whole.headers.get('etag') ?? '';
    const modified = whole.headers.get('last-modified') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const headers of [
      { 'If-None-Match': etag },
      { 'If-None-Match': `"x", W/${etag}` },
      { 'If-Modified-Since': modified },
    ]) {
      const response = await get(photo.id, 'full', headers as Record<string, string>);
      expect(response.status).toBe(304);
      expect(response.headers.get('etag')).toBe(etag);
      expect((await response.arrayBuffer()).byteLength).toBe(0);
    }
    const other = await get(photo.id, 'full', { 'If-None-Match': '"other"' });
    expect(other.status).toBe(200);
    await other.arrayBuffer();
  });

  it('answers ranges', async () => {
    const whole = new Uint8Array(await (await get(photo.id, 'full')).arrayBuffer());
    const part = await get(photo.id, 'full', { Range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${whole.length}`);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(whole.slice(10, 20));
    const tail = await get(photo.id, 'full', { Range: 'bytes=-5' });
    expect(new Uint8Array(await tail.arrayBuffer())).toEqual(whole.slice(-5));
    const beyond = await get(photo.id, 'full', { Range: `bytes=${whole.length}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe(`bytes */${whole.length}`);
    expect(await beyond.json()).toMatchObject({ code: 'range-not-satisfiable' });
    const stale = await get(photo.id, 'full', { Range: 'bytes=0-1', 'If-Range': '"old"' });
    expect(stale.status).toBe(200);
    await stale.arrayBuffer();
  });

  it('answers HEAD with the headers alone', async () => {
    const response = await callApi('HEAD', `/media/${photo.id}/thumb`);
    expect(response.status).toBe(200);
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(500);
    expect((await response.arrayBuffer()).byteLength).toBe(0);
  });

  it('knows only its variants, never the original or the master', async () => {
    for (const name of ['original', 'master', 'master.png', 'huge', 'original.jpeg']) {
      expect((await callApi('GET', `/media/${photo.id}/${name}`)).status).toBe(404);
    }
  });

  it('goes with its post', async () => {
    const media = await aPhoto(owner);
    const post = await (await owner.call('POST', '/posts', { mediaIds: [media.id] })).json<{ id: string }>();
    expect((await owner.call('DELETE', `/posts/${post.id}`)).status).toBe(204);
    expect((await get(media.id, 'full')).status).toBe(404);
  });
});

describe('GET /media/{id}/{variant} of what is not public', () => {
  const urlOf = async (viewer: TestUser, mediaId: string) => {
    const response = await viewer.call('GET', `/media/${mediaId}`);
    return response.status === 200 ? (await response.json<Media>()).urls?.feed : undefined;
  };
  const open = (url: string) => callApi('GET', url.replace('/api/v1', ''));

  it('shows a photo that nothing shows yet to its owner only', async () => {
    const owner = await aUser();
    const photo = await aPhoto(owner);
    expect((await get(photo.id, 'feed')).status).toBe(404);
    expect((await (await aUser()).call('GET', `/media/${photo.id}/feed`)).status).toBe(404);
    expect((await owner.call('GET', `/media/${photo.id}/feed`)).status).toBe(200);
    const preview = await open(photo.urls?.feed ?? '');
    expect(preview.status).toBe(200);
    expect(preview.headers.get('cache-control')).toBe('private, max-age=300');
    await preview.arrayBuffer();
  });

  it('shows a photo of a private account to followers, by URLs that are theirs and end', async () => {
    const owner = await aUser({ isPrivate: true });
    const follower = await aUser();
    const stranger = await aUser();
    const photo = await aPhoto(owner);
    await publish(owner, photo);
    await follower.call('POST', `/users/${owner.user.id}/follow`);
    expect(await urlOf(follower, photo.id)).toBeUndefined();
    await owner.call('POST', `/follow-requests/${follower.user.id}/accept`);

    const url = (await urlOf(follower, photo.id)) ?? '';
    expect(url).toContain(`for=${follower.user.id}`);
    expect((await open(url)).status).toBe(200);
    expect((await get(photo.id, 'feed')).status).toBe(404);
    expect((await stranger.call('GET', `/media/${photo.id}/feed`)).status).toBe(404);
    expect(await urlOf(stranger, photo.id)).toBeUndefined();
    const forged = url.replace(/sig=(.)/, (_, first: string) => `sig=${first === '_' ? '-' : '_'}`);
    expect((await open(forged)).status).toBe(404);
    expect((await open(url.replace(follower.user.id, stranger.user.id))).status).toBe(404);
    expect((await open(url.replace(/exp=\d+/, 'exp=1'))).status).toBe(404);

    const other = await aPhoto(owner);
    await publish(owner, other);
    expect((await open(url.replace(photo.id, other.id))).status).toBe(404);
  });

  it('takes a signed URL back when the follower is blocked', async () => {
    const owner = await aUser({ isPrivate: true });
    const follower = await aUser();
    const photo = await aPhoto(owner);
    await publish(owner, photo);
    await follower.call('POST', `/users/${owner.user.id}/follow`);
    await owner.call('POST', `/follow-requests/${follower.user.id}/accept`);
    const url = (await urlOf(follower, photo.id)) ?? '';
    const before = await open(url);
    expect(before.status).toBe(200);
    await before.arrayBuffer();
    await owner.call('POST', `/users/${follower.user.id}/block`);
    expect((await open(url)).status).toBe(404);
  });

  it('shows the avatar of a private account to everybody, small', async () => {
    const owner = await aUser({ isPrivate: true });
    const photo = await aPhoto(owner);
    expect((await owner.call('PATCH', '/users/me', { avatarMediaId: photo.id })).status).toBe(200);
    expect((await get(photo.id, 'profile')).status).toBe(200);
    expect((await get(photo.id, 'thumb')).status).toBe(200);
    expect((await get(photo.id, 'full')).status).toBe(404);
  });

  it('shows nothing of what is pending, failed or unknown', async () => {
    const owner = await aUser();
    const pending = await anUpload(owner);
    const failed = await aPhoto(owner, { bytes: new TextEncoder().encode('GIF89a, or so it says') });
    for (const id of [pending, failed.id, '01hq2m8k7w0c4', 'nonsense']) {
      expect((await owner.call('GET', `/media/${id}/feed`)).status).toBe(404);
    }
  });
});
