import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { inspectPhoto } from '../../../shared/domain/media/inspect-photo.ts';
import { mediaPrefix } from '../../../shared/domain/media/media-keys.ts';
import { aUser, callApi } from '../../../tests/support/a-user.ts';
import { aPhoto } from '../../../tests/support/an-upload.ts';
import { collectOrphans } from '../../cron/collect-orphans.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const aFilm = (file: string, contentType = 'video/mp4') => ({ kind: 'video' as const, file, contentType });
const latin = (bytes: ArrayBuffer) => new TextDecoder('latin1').decode(bytes);

describe('films', () => {
  it.each([
    ['tiny.mp4', 'video/mp4', 'video/mp4'],
    ['tiny.mov', 'video/quicktime', 'video/mp4'],
    ['tiny.webm', 'video/webm', 'video/webm'],
    // Announced as one type and sent as another film: what it is decides.
    ['tiny.webm', 'video/mp4', 'video/webm'],
  ])('%s becomes ready with its true size and length, and plays', async (file, contentType, served) => {
    const owner = await aUser();
    const film = await aPhoto(owner, aFilm(file, contentType));
    expect(film).toMatchObject({ kind: 'video', status: 'ready', width: 96, height: 64, duration: 1 });
    await owner.call('POST', '/posts', { mediaIds: [film.id] });
    const response = await callApi('GET', `/media/${film.id}/video`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(served);
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    await response.arrayBuffer();
  });

  it.each([
    ['too-long.mp4', 'too-long'],
    ['audio-only.mp4', 'no-video-track'],
    ['too-long-live.webm', 'too-long'],
    ['encrypted.mp4', 'encrypted'],
    ['old-codec.mp4', 'unsupported-codec'],
    ['large.jpg', 'wrong-kind'],
  ])('%s is refused with the reason', async (file, code) => {
    expect(await aPhoto(await aUser(), aFilm(file))).toMatchObject({ status: 'failed', error: { code } });
  });

  it.each([
    ['located.mp4', 'video/mp4'],
    ['located.mov', 'video/quicktime'],
    ['tagged.webm', 'video/webm'],
  ])('%s is served without place, device and tags', async (file, contentType) => {
    const owner = await aUser();
    const film = await aPhoto(owner, aFilm(file, contentType));
    const original = await env.MEDIA.get(`${mediaPrefix(film.id)}original`);
    expect(latin((await original?.arrayBuffer()) ?? new ArrayBuffer(0))).toMatch(/48\.8584|secret/);
    const response = await owner.call('GET', `/media/${film.id}/video`);
    expect(latin(await response.arrayBuffer())).not.toMatch(/48\.8584|secret|Rimcam/);
  });

  it('stand behind plain pictures of their shape when they come without a poster', async () => {
    const owner = await aUser();
    const film = await aPhoto(owner, aFilm('turned.mp4'));
    expect(film).toMatchObject({ width: 64, height: 96, blurhash: expect.stringMatching(/^.{28}$/) });
    expect(film.urls?.poster).toBe(film.urls?.full);
    for (const format of ['webp', 'jpeg', 'avif'] as const) {
      for (const variant of ['thumb', 'feed', 'story']) {
        const path = `/media/${film.id}/${variant}`;
        const response = await owner.call('GET', path, undefined, { Accept: `image/${format}` });
        const picture = inspectPhoto(new Uint8Array(await response.arrayBuffer()), 1e8);
        expect(picture).toMatchObject({ ok: true, value: { contentType: `image/${format}` } });
      }
    }
  });

  it('answer ranges, conditions and HEAD', async () => {
    const owner = await aUser();
    const film = await aPhoto(owner, aFilm('tiny.mp4'));
    const get = (headers: Record<string, string> = {}, method = 'GET') =>
      owner.call(method, `/media/${film.id}/video`, undefined, headers);
    const whole = await get();
    const bytes = new Uint8Array(await whole.arrayBuffer());
    const part = await get({ Range: 'bytes=10-19' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 10-19/${bytes.length}`);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(10, 20));
    const [etag, date] = [whole.headers.get('etag') ?? '', whole.headers.get('last-modified') ?? ''];
    for (const [ifRange, status] of [
      [etag, 206],
      [date, 206],
      ['"another"', 200],
    ] as const) {
      const again = await get({ Range: 'bytes=0-1', 'If-Range': ifRange });
      expect(again.status).toBe(status);
      await again.arrayBuffer();
    }
    const beyond = await get({ Range: `bytes=${bytes.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
    expect((await get({ 'If-None-Match': etag })).status).toBe(304);
    const head = await get({}, 'HEAD');
    expect(head.headers.get('content-length')).toBe(String(bytes.length));
  });

  it('of private accounts need a token or a signed URL', async () => {
    const owner = await aUser({ isPrivate: true });
    const film = await aPhoto(owner, aFilm('tiny.mp4'));
    await owner.call('POST', '/posts', { mediaIds: [film.id] });
    expect((await callApi('GET', `/media/${film.id}/video`)).status).toBe(404);
    const signed = await callApi('GET', (film.urls?.video ?? '').replace('/api/v1', ''));
    expect(signed.status).toBe(200);
    expect(signed.headers.get('cache-control')).toBe('private, max-age=300');
    await signed.arrayBuffer();
  });

  it('are refused under a signature of another medium, a tampered one, and to people who may not see them', async () => {
    const [owner, stranger] = [await aUser({ isPrivate: true }), await aUser()];
    const film = await aPhoto(owner, aFilm('tiny.mp4'));
    const other = await aPhoto(owner, aFilm('tiny.mp4'));
    await owner.call('POST', '/posts', { mediaIds: [film.id, other.id] });
    const path = (film.urls?.video ?? '').replace('/api/v1', '');
    const tampered = [
      path.replace(film.id, other.id),
      path.replace(/exp=\d/, 'exp=9'),
      path.replace(/sig=.{3}/, 'sig=AAA'),
    ];
    for (const url of tampered) expect((await callApi('GET', url)).status).toBe(404);
    expect((await stranger.call('GET', `/media/${film.id}/video`)).status).toBe(404);
    expect((await stranger.call('GET', path)).status).toBe(404);
  });

  it('lie beside photos in an album, and leave with their post', async () => {
    const owner = await aUser();
    const [film, photo] = [await aPhoto(owner, aFilm('tiny.mp4')), await aPhoto(owner)];
    const created = await owner.call('POST', '/posts', { mediaIds: [photo.id, film.id] });
    const post = await created.json<{ id: string; media: { kind: string; duration?: number }[] }>();
    expect(post.media).toMatchObject([{ kind: 'photo' }, { kind: 'video', duration: 1 }]);
    const feed = await (await owner.call('GET', '/feed?mode=latest')).json<{ posts: (typeof post)[] }>();
    expect(feed.posts[0]?.media[1]).toMatchObject({
      kind: 'video',
      duration: 1,
      urls: { video: film.urls?.video?.split('?')[0] },
    });
    await owner.call('DELETE', `/posts/${post.id}`);
    expect((await owner.call('GET', `/media/${film.id}/video`)).status).toBe(404);
    await collectOrphans(servicesFor(env as unknown as WorkerEnv), Date.now());
    expect((await env.MEDIA.list({ prefix: mediaPrefix(film.id) })).objects).toEqual([]);
  });
});
