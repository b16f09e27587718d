import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { CreatedMedia, Media } from '../../../shared/contracts/index.ts';
import { originalKey } from '../../../shared/domain/media/media-keys.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';
import { anUpload, untilSettled } from '../../../tests/support/an-upload.ts';
import { fixture } from '../../../tests/support/fixture.ts';

const complete = (owner: TestUser, mediaId: string) => owner.call('POST', `/media/${mediaId}/complete`);
const see = async (owner: TestUser, mediaId: string) => (await owner.call('GET', `/media/${mediaId}`)).json<Media>();

describe('POST /media/{id}/complete', () => {
  it('hands the bytes to the pipeline', async () => {
    const owner = await aUser();
    const mediaId = await anUpload(owner);
    expect((await see(owner, mediaId)).status).toBe('pending');
    const response = await complete(owner, mediaId);
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ status: 'processing' });
    expect((await untilSettled(owner, mediaId)).status).toBe('ready');
  });

  it('may be repeated at any time, also at once', async () => {
    const owner = await aUser();
    const mediaId = await anUpload(owner);
    const answers = await Promise.all(Array.from({ length: 5 }, () => complete(owner, mediaId)));
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
    await untilSettled(owner, mediaId);
    expect(await (await complete(owner, mediaId)).json()).toEqual({ status: 'ready' });
  });

  it('says when nothing has arrived, and takes the bytes later', async () => {
    const owner = await aUser();
    const bytes = fixture('large.jpg');
    const body = { kind: 'photo', contentType: 'image/jpeg', size: bytes.length };
    const { mediaId } = await (await owner.call('POST', '/media', body)).json<CreatedMedia>();
    const early = await complete(owner, mediaId);
    expect(early.status).toBe(409);
    expect(await early.json()).toMatchObject({ code: 'conflict', detail: expect.stringContaining('not arrived') });
    await env.MEDIA.put(originalKey(mediaId), bytes);
    expect((await complete(owner, mediaId)).status).toBe(202);
  });

  it('knows nobody but the owner', async () => {
    const owner = await aUser();
    const mediaId = await anUpload(owner);
    expect((await complete(await aUser(), mediaId)).status).toBe(404);
    expect((await see(owner, mediaId)).status).toBe('pending');
  });

  it.each([
    ['fewer bytes than announced', fixture('large.jpg').subarray(0, 5_000), 'size-mismatch'],
    ['nothing at all', new Uint8Array(0), 'empty-file'],
  ])('refuses %s', async (_, arrived, code) => {
    const owner = await aUser();
    const mediaId = await anUpload(owner);
    await env.MEDIA.put(originalKey(mediaId), arrived);
    expect(await (await complete(owner, mediaId)).json()).toEqual({ status: 'failed' });
    const { error } = await see(owner, mediaId);
    expect(error).toMatchObject({ code, message: expect.any(String), hint: expect.any(String) });
  });

  it.each([
    [
      'a page that calls itself a photo',
      new TextEncoder().encode('<html><script>x</script></html>'),
      'unsupported-content',
    ],
    ['an SVG with a script', new TextEncoder().encode('<svg><script>alert(1)</script></svg>'), 'svg-refused'],
    ['a film that calls itself a photo', fixture('tiny.mp4'), 'wrong-kind'],
  ])('refuses %s at once', async (_, bytes, code) => {
    const owner = await aUser();
    const mediaId = await anUpload(owner, { bytes });
    expect(await (await complete(owner, mediaId)).json()).toEqual({ status: 'failed' });
    expect((await see(owner, mediaId)).error?.code).toBe(code);
  });
});
