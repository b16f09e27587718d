import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { MAX_CAPTIONS, MAX_CAPTIONS_BYTES, type Media, type Problem } from '../../../shared/contracts/index.ts';
import { captionsKey, mediaPrefix } from '../../../shared/domain/media/media-keys.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';
import { anUpload, aPhoto } from '../../../tests/support/an-upload.ts';
import { sendBytes } from '../../../tests/support/send-bytes.ts';

const A_FILM = { kind: 'video', file: 'tiny.mp4', contentType: 'video/mp4' } as const;
const vtt = (words: string) => `WEBVTT\n\nNOTE secret\n\n00:00.000 --> 00:01.000\n${words}\n`;
const served = (words: string) => `WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n${words}\n`;
const send = (owner: TestUser, path: string, body: BodyInit, type = 'text/vtt') =>
  sendBytes(owner, `/media/${path}`, type, body);

describe('captions', () => {
  it('are sent, listed with the film everywhere, served, replaced and deleted', async () => {
    const owner = await aUser();
    const film = await aPhoto(owner, A_FILM);
    const created = await owner.call('POST', '/posts', { mediaIds: [film.id] });
    const post = await created.json<{ id: string; media: Media[] }>();
    await (await callApi('GET', `/posts/${post.id}`)).json();
    await send(owner, `${film.id}/captions/de`, vtt('Hallo'));
    const media = await (await send(owner, `${film.id}/captions/pt-br?label=Portugues`, vtt('Oi'))).json<Media>();
    expect(media.captions?.map(({ language, label }) => [language, label])).toEqual([
      ['de', 'Deutsch'],
      ['pt-BR', 'Portugues'],
    ]);
    const shown = await (await callApi('GET', `/posts/${post.id}`)).json<typeof post>();
    const url = `/media/${film.id}/captions/de`;
    expect(shown.media[0]?.captions?.[0]).toEqual({ language: 'de', label: 'Deutsch', url: `/api/v1${url}` });
    const response = await callApi('GET', url);
    expect(response.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    expect(await response.text()).toBe(served('Hallo'));
    const etag = response.headers.get('etag') ?? '';
    expect((await callApi('GET', url, undefined, { 'If-None-Match': etag })).status).toBe(304);
    await send(owner, `${film.id}/captions/de`, vtt('Guten Tag'));
    expect(await (await callApi('GET', url)).text()).toBe(served('Guten Tag'));
    expect((await owner.call('DELETE', url)).status).toBe(204);
    // As an interrupted deletion leaves it: the file is there, and nothing lists it.
    await env.MEDIA.put(captionsKey(film.id, 'de'), served('Guten Tag'));
    expect((await owner.call('DELETE', url)).status).toBe(404);
    expect((await callApi('GET', url)).status).toBe(404);
    const after = await (await callApi('GET', `/media/${film.id}`)).json<Media>();
    expect(after.captions).toHaveLength(1);
  });

  it('of several languages at once are all kept, up to a limit', async () => {
    const owner = await aUser();
    const film = await aPhoto(owner, A_FILM);
    const languages = [
      'de',
      'en',
      'fr',
      'it',
      'es',
      'pt',
      'nl',
      'sv',
      'da',
      'nb',
      'fi',
      'pl',
      'cs',
      'sk',
      'hu',
      'ro',
      'bg',
      'el',
      'tr',
      'ja',
    ];
    expect(languages).toHaveLength(MAX_CAPTIONS);
    await Promise.all(languages.map((language) => send(owner, `${film.id}/captions/${language}`, vtt('x'))));
    const media = await (await owner.call('GET', `/media/${film.id}`)).json<Media>();
    expect(media.captions?.map(({ language }) => language)).toEqual([...languages].sort());
    expect((await send(owner, `${film.id}/captions/ko`, vtt('x'))).status).toBe(409);
    expect((await send(owner, `${film.id}/captions/ja`, vtt('y'))).status).toBe(200);
  });

  it('are refused with the line that is wrong', async () => {
    const owner = await aUser();
    const film = await aPhoto(owner, A_FILM);
    const path = `${film.id}/captions/de`;
    const refused: [BodyInit, string, number, string | null][] = [
      ['1\n00:00:00,000 --> 00:00:01,000\nSubRip', 'text/vtt', 422, 'line 1 begins with WEBVTT'],
      ['WEBVTT\n\n00:05.000 --> 00:06.000\nlate', 'text/vtt', 422, "line 3 starts after the film's end (1 s)"],
      [new Uint8Array([0x57, 0xff, 0xfe]), 'text/vtt', 422, 'is not UTF-8'],
      [vtt('x'), 'text/plain', 415, null],
      [`${vtt('x')}${' '.repeat(MAX_CAPTIONS_BYTES)}`, 'text/vtt', 413, null],
    ];
    for (const [body, type, status, message] of refused) {
      const response = await send(owner, path, body, type);
      const { errors } = await response.json<Problem>();
      expect([response.status, errors?.[0]?.message ?? null]).toEqual([status, message]);
    }
    expect((await send(owner, `${film.id}/captions/no_such`, vtt('x'))).status).toBe(404);
  });

  it('are for the owner to change, of a film that is ready', async () => {
    const [owner, stranger] = [await aUser(), await aUser()];
    const film = await aPhoto(owner, A_FILM);
    const pending = await anUpload(owner, A_FILM);
    const photo = await anUpload(owner);
    expect((await send(stranger, `${film.id}/captions/de`, vtt('x'))).status).toBe(404);
    expect((await stranger.call('DELETE', `/media/${film.id}/captions/de`)).status).toBe(404);
    expect((await send(owner, `${pending}/captions/de`, vtt('x'))).status).toBe(409);
    expect((await send(owner, `${photo}/captions/de`, vtt('x'))).status).toBe(409);
  });

  it('of private accounts are seen by who may see the film', async () => {
    const [owner, stranger] = [await aUser({ isPrivate: true }), await aUser()];
    const film = await aPhoto(owner, A_FILM);
    const media = await (await send(owner, `${film.id}/captions/de`, vtt('privat'))).json<Media>();
    await owner.call('POST', '/posts', { mediaIds: [film.id] });
    expect((await stranger.call('GET', `/media/${film.id}/captions/de`)).status).toBe(404);
    const signed = await callApi('GET', (media.captions?.[0]?.url ?? '').replace('/api/v1', ''));
    expect(signed.headers.get('cache-control')).toBe('private, max-age=60');
    expect(await signed.text()).toBe(served('privat'));
    expect((await env.MEDIA.list({ prefix: `${mediaPrefix(film.id)}captions/` })).objects).toHaveLength(1);
  });
});
