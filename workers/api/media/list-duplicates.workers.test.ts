import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { type Duplicates, duplicatesSchema, type Problem } from '../../../shared/contracts/index.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { dropHash, indexHash } from '../../../shared/db/media/similar-hashes.ts';
import { MAX_HASH_DISTANCE } from '../../../shared/domain/media/hash-bands.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';
import { anUpload, aPhoto } from '../../../tests/support/an-upload.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const { shards } = servicesFor(env as unknown as WorkerEnv);

async function duplicatesOf(user: TestUser, mediaId: string): Promise<Duplicates['duplicates']> {
  const response = await user.call('GET', `/media/${mediaId}/duplicates`);
  expect(response.status).toBe(200);
  return duplicatesSchema.parse(await response.json()).duplicates;
}

/** Makes the index take a medium for a picture that differs in so many bits from what it is. */
async function moveAway(mediaId: string, bits: number): Promise<void> {
  const row = await findMedia(shards, mediaId);
  const hash = row?.perceptualHash ?? '';
  await dropHash(shards, { kind: 'media', ref: mediaId, hash });
  const moved = (BigInt(`0x${hash}`) ^ ((1n << BigInt(bits)) - 1n)).toString(16).padStart(16, '0');
  await indexHash(shards, { kind: 'media', ref: mediaId, hash: moved, ownerId: row?.ownerId ?? null });
}

describe('GET /media/{id}/duplicates', () => {
  it('finds an earlier upload of the same picture in another encoding, and the post that shows it', async () => {
    const ann = await aUser();
    const first = await aPhoto(ann, { file: 'large.jpg' });
    const loose = await aPhoto(ann, { file: 'large.jpg' });
    const post = await aPost(ann, { mediaIds: [first.id] });
    const again = await aPhoto(ann, { file: 'progressive.jpg' });
    const found = await duplicatesOf(ann, again.id);
    expect(found.map(({ media, post: shown }) => [media.id, shown])).toEqual(
      expect.arrayContaining([
        [first.id, { id: post.id, state: 'published' }],
        [loose.id, null],
      ]),
    );
    expect(found).toHaveLength(2);
    expect(found.every(({ distance }) => distance <= MAX_HASH_DISTANCE)).toBe(true);
    const url = new URL(found[0]?.media.urls?.thumb ?? '', 'https://rimlight.test');
    const thumb = await callApi('GET', `${url.pathname.replace('/api/v1', '')}${url.search}`);
    expect(thumb.status).toBe(200);
  });

  it('names one at the greatest distance, and none a bit further', async () => {
    const ann = await aUser();
    const [photo, other] = [await aPhoto(ann, { file: 'large.jpg' }), await aPhoto(ann, { file: 'large.jpg' })];
    await moveAway(other.id, MAX_HASH_DISTANCE);
    expect(await duplicatesOf(ann, photo.id)).toMatchObject([{ media: { id: other.id }, distance: 7 }]);
    const third = await aPhoto(ann, { file: 'large.jpg' });
    await moveAway(third.id, MAX_HASH_DISTANCE + 1);
    expect((await duplicatesOf(ann, photo.id)).map(({ media }) => media.id)).toEqual([other.id]);
  });

  it('tells nothing of other people’s pictures, of other pictures and of deleted ones', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const photo = await aPhoto(ann, { file: 'large.jpg' });
    await aPost(ben, { mediaIds: [(await aPhoto(ben, { file: 'large.jpg' })).id] });
    await aPhoto(ann, { file: 'orientation-1.jpg' });
    const gone = await aPhoto(ann, { file: 'large.jpg' });
    await ann.call('DELETE', `/media/${gone.id}`);
    expect(await duplicatesOf(ann, photo.id)).toEqual([]);
    for (const response of [
      await ben.call('GET', `/media/${photo.id}/duplicates`),
      await ann.call('GET', `/media/${gone.id}/duplicates`),
    ]) {
      expect(response.status).toBe(404);
    }
  });

  it('asks to wait for a medium that is not ready', async () => {
    const ann = await aUser();
    const response = await ann.call('GET', `/media/${await anUpload(ann)}/duplicates`);
    expect([response.status, (await response.json<Problem>()).code]).toEqual([409, 'media-not-ready']);
  });
});
