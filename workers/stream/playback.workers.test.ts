import { env, exports } from 'cloudflare:workers';
import { exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import type { Media } from '../../shared/contracts/index.ts';
import { findMedia } from '../../shared/db/media/load-media.ts';
import { aStreamFilm, withStream } from '../../tests/support/a-stream-film.ts';
import { aUser, ORIGIN, type TestUser, type UserOptions } from '../../tests/support/a-user.ts';
import { aPhoto } from '../../tests/support/an-upload.ts';
import { acceptBytes } from '../media/accept-bytes.ts';
import { processMedia } from '../media/process-media.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { streamUrl } from './stream-url.ts';

const services = servicesFor(env as unknown as WorkerEnv);

/** As a player asks, but stopping at the redirect. */
const play = (path: string, viewer?: TestUser) =>
  exports.default.fetch(`${ORIGIN}/api/v1${path}`, {
    redirect: 'manual',
    headers: viewer ? { Authorization: `Bearer ${viewer.token}` } : {},
  });

async function aPublishedFilm(options: UserOptions = {}) {
  const owner = await aUser(options);
  const film = await aStreamFilm(owner);
  const row = await findMedia(services.shards, film.id);
  if (!row) throw new Error('no row');
  await acceptBytes(services, row, Date.now());
  await processMedia(withStream(services, {}), film.id, Date.now());
  await owner.call('POST', '/posts', { mediaIds: [film.id] });
  return { owner, ...film };
}

describe('playing a film on Stream', () => {
  it.each([
    ['hls', 'manifest/video.m3u8'],
    ['dash', 'manifest/video.mpd'],
  ])('by %s leads to its manifest with a token', async (protocol, manifest) => {
    const { id, streamId } = await aPublishedFilm();
    const response = await play(`/media/${id}/${protocol}`);
    expect(response.status).toBe(302);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const url = new URL(response.headers.get('location') ?? '');
    expect(url.host).toBe('customer-test.cloudflarestream.com');
    const [, token = '', ...file] = url.pathname.split('/');
    expect(file.join('/')).toBe(manifest);
    expect(JSON.parse(atob(token))).toMatchObject({ sub: streamId });
    expect(token).not.toBe(streamId);
  });

  it('of a private account needs a signed URL or a token, and ends with the right to see it', async () => {
    const { owner, id } = await aPublishedFilm({ isPrivate: true });
    const [follower, stranger] = [await aUser(), await aUser()];
    await follower.call('POST', `/users/${owner.user.id}/follow`);
    await owner.call('POST', `/follow-requests/${follower.user.id}/accept`);
    const media = await (await follower.call('GET', `/media/${id}`)).json<Media>();
    const signed = (media.urls?.hls ?? '').replace('/api/v1', '');
    expect(signed).toContain('sig=');
    expect((await play(signed)).status).toBe(302);
    expect((await play(`/media/${id}/hls`)).status).toBe(404);
    expect((await play(`/media/${id}/hls`, stranger)).status).toBe(404);
    expect((await play(signed, stranger)).status).toBe(404);
    await owner.call('POST', `/users/${follower.user.id}/block`);
    expect((await play(signed)).status).toBe(404);
  });

  it('has no file of its own, and a film in R2 has no manifest', async () => {
    const { id, owner } = await aPublishedFilm();
    const inR2 = await aPhoto(owner, { kind: 'video', file: 'tiny.mp4', contentType: 'video/mp4' });
    expect((await play(`/media/${id}/video`, owner)).status).toBe(404);
    expect((await play(`/media/${inR2.id}/hls`, owner)).status).toBe(404);
  });
});

describe('tokens', () => {
  it('are signed here when there is a key, end in minutes, and are used again meanwhile', async () => {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = btoa(JSON.stringify(await exportJWK(privateKey)));
    const config = { ...services.config, STREAM_SIGNING_KEY: { id: 'key1', jwk } };
    const now = Date.now();
    const url = await streamUrl({ ...services, config }, 'stream-of-a-test', 'manifest/video.m3u8', now);
    const token = new URL(url).pathname.split('/')[1] ?? '';
    const { payload, protectedHeader } = await jwtVerify(token, publicKey, { currentDate: new Date(now) });
    expect(protectedHeader).toMatchObject({ alg: 'RS256', kid: 'key1' });
    expect(payload).toMatchObject({ sub: 'stream-of-a-test', kid: 'key1' });
    expect((payload.exp ?? 0) - now / 1_000).toBeLessThanOrEqual(600);
    const later = await streamUrl({ ...services, config }, 'stream-of-a-test', 'manifest/video.mpd', now + 60_000);
    expect(later).toContain(token);
    const muchLater = await streamUrl({ ...services, config }, 'stream-of-a-test', 'manifest/video.mpd', now + 400_000);
    expect(muchLater).not.toContain(token);
  });
});
