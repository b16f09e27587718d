import { describe, expect, it } from 'vitest';
import { MAX_POSTER_BYTES, type Problem } from '../../../shared/contracts/index.ts';
import { inspectPhoto } from '../../../shared/domain/media/inspect-photo.ts';
import { aUser } from '../../../tests/support/a-user.ts';
import { anUpload, aPhoto, untilSettled } from '../../../tests/support/an-upload.ts';
import { fixture } from '../../../tests/support/fixture.ts';
import { sendBytes } from '../../../tests/support/send-bytes.ts';

const A_FILM = { kind: 'video', file: 'tiny.mp4', contentType: 'video/mp4' } as const;

describe('posters', () => {
  it('stand for their film in every variant, upright and without what their file says', async () => {
    const owner = await aUser();
    const mediaId = await anUpload(owner, A_FILM);
    // An earlier one gives way to a later one.
    for (const file of ['progressive.jpg', 'orientation-6.jpg']) {
      expect((await sendBytes(owner, `/media/${mediaId}/poster`, 'image/jpeg', fixture(file))).status).toBe(204);
    }
    await owner.call('POST', `/media/${mediaId}/complete`);
    const film = await untilSettled(owner, mediaId);
    expect(film).toMatchObject({ status: 'ready', width: 96, height: 64 });
    for (const variant of ['full', 'thumb', 'story']) {
      const response = await owner.call('GET', `/media/${mediaId}/${variant}`, undefined, { Accept: 'image/jpeg' });
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(inspectPhoto(bytes, 1e8)).toMatchObject({
        ok: true,
        value: { contentType: 'image/jpeg', orientation: 1 },
      });
      expect(new TextDecoder('latin1').decode(bytes)).not.toMatch(/secret|Rimcam|Exif/);
    }
    const plain = await aPhoto(owner, A_FILM);
    expect(film.blurhash).not.toBe(plain.blurhash);
  });

  it('are judged by content when they arrive', async () => {
    const owner = await aUser();
    const mediaId = await anUpload(owner, A_FILM);
    const send = (bytes: Uint8Array<ArrayBuffer>, type = 'image/jpeg') =>
      sendBytes(owner, `/media/${mediaId}/poster`, type, bytes);
    const large = fixture('large.jpg');
    const refused: [Uint8Array<ArrayBuffer>, number, string][] = [
      [new Uint8Array(), 422, 'media-failed'],
      [fixture('tiny.mp4'), 422, 'media-failed'],
      [large.slice(0, large.length / 2), 422, 'media-failed'],
      [Uint8Array.from(new TextEncoder().encode('<svg onload="alert(1)"/>')), 422, 'media-failed'],
      [fixture('still.gif'), 415, 'unsupported-type'],
      [new Uint8Array(MAX_POSTER_BYTES + 1), 413, 'too-large'],
    ];
    for (const [bytes, status, code] of refused) {
      const response = await send(bytes);
      expect([response.status, (await response.json<Problem>()).code]).toEqual([status, code]);
    }
    expect((await send(fixture('alpha.png'), 'image/png')).status).toBe(204);
  });

  it('come from the owner of the film, before it is complete', async () => {
    const [owner, stranger] = [await aUser(), await aUser()];
    const film = await aPhoto(owner, A_FILM);
    const photo = await anUpload(owner);
    const send = (sender: typeof owner, id: string) =>
      sendBytes(sender, `/media/${id}/poster`, 'image/jpeg', fixture('large.jpg'));
    expect((await send(owner, film.id)).status).toBe(409);
    expect((await send(owner, photo)).status).toBe(409);
    expect((await send(stranger, film.id)).status).toBe(404);
  });
});
