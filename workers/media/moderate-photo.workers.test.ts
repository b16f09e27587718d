import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Media } from '../../shared/contracts/index.ts';
import { findMedia } from '../../shared/db/media/load-media.ts';
import { dropHash, findSimilarHashes, indexHash } from '../../shared/db/media/similar-hashes.ts';
import { mediaPrefix } from '../../shared/domain/media/media-keys.ts';
import { aUser, callApi } from '../../tests/support/a-user.ts';
import { anUpload, aPhoto } from '../../tests/support/an-upload.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { acceptBytes } from './accept-bytes.ts';
import { processMedia } from './process-media.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards } = services;

async function hashOf(mediaId: string): Promise<string> {
  return (await findMedia(shards, mediaId))?.perceptualHash ?? '';
}

/** The same hash with its lowest bits flipped. */
function near(hash: string, bits: number): string {
  return (BigInt(`0x${hash}`) ^ ((1n << BigInt(bits)) - 1n)).toString(16).padStart(16, '0');
}

const list = (hash: string) => indexHash(shards, { kind: 'listed', ref: hash, hash, ownerId: null });
const unlist = (hash: string) => dropHash(shards, { kind: 'listed', ref: hash, hash });

describe('the index of perceptual hashes', () => {
  it('finds a photo again that was sent in another encoding', async () => {
    const owner = await aUser();
    const first = await aPhoto(owner, { file: 'large.jpg' });
    const second = await aPhoto(owner, { file: 'progressive.jpg' });
    const refs = (await findSimilarHashes(shards, await hashOf(second.id), { kind: 'media' })).map(({ ref }) => ref);
    expect(refs).toEqual(expect.arrayContaining([first.id, second.id]));
  });

  it('holds its distance at both sides, over all databases, and forgets', async () => {
    const hash = 'f0f0123456789abc';
    await indexHash(shards, { kind: 'media', ref: 'one', hash, ownerId: null });
    await indexHash(shards, { kind: 'media', ref: 'one', hash, ownerId: null });
    expect(await findSimilarHashes(shards, near(hash, 7), { kind: 'media' })).toMatchObject([
      { ref: 'one', distance: 7 },
    ]);
    expect(await findSimilarHashes(shards, near(hash, 8), { kind: 'media' })).toEqual([]);
    await dropHash(shards, { kind: 'media', ref: 'one', hash });
    expect(await findSimilarHashes(shards, hash, { kind: 'media' })).toEqual([]);
  });
});

describe('moderation', () => {
  it('refuses a listed picture before anything of it is stored to be served', async () => {
    const owner = await aUser();
    const hash = await hashOf((await aPhoto(owner, { file: 'large.jpg' })).id);
    await list(hash);
    const again = await aPhoto(owner, { file: 'progressive.jpg' });
    expect(again).toMatchObject({ status: 'failed', urls: null, error: { code: 'not-allowed' } });
    const { objects } = await env.MEDIA.list({ prefix: mediaPrefix(again.id) });
    expect(objects.map(({ key }) => key)).toEqual([`${mediaPrefix(again.id)}original`]);
    await unlist(hash);
  });

  it('holds a picture that resembles a listed one, says so to its owner, and shows it to nobody else', async () => {
    const owner = await aUser();
    const hash = near(await hashOf((await aPhoto(owner, { file: 'grey.jpg' })).id), 6);
    await list(hash);
    const held = await aPhoto(owner, { file: 'grey.jpg' });
    await unlist(hash);
    expect(held).toMatchObject({
      status: 'ready',
      moderation: { state: 'held', reason: expect.stringContaining('person') },
    });
    await owner.call('POST', '/posts', { mediaIds: [held.id] });
    expect((await callApi('GET', `/media/${held.id}/feed`)).status).toBe(404);
    expect((await callApi('GET', `/media/${held.id}`)).status).toBe(404);
    expect((await owner.call('GET', `/media/${held.id}/feed`)).status).toBe(200);
  });

  it('marks a photo as sensitive by its description, for everybody who sees it', async () => {
    const owner = await aUser();
    const media = await aPhoto(owner, { altText: 'Stage blood and gore' });
    await owner.call('POST', '/posts', { mediaIds: [media.id] });
    const seen = await (await callApi('GET', `/media/${media.id}`)).json<Media>();
    expect(seen.moderation).toEqual({ state: 'sensitive' });
    expect(seen.urls).not.toBeNull();
  });

  it('tries again when the classifier fails', async () => {
    const owner = await aUser();
    const mediaId = await anUpload(owner);
    const row = await findMedia(shards, mediaId);
    if (!row) throw new Error('no row');
    await acceptBytes(services, row, Date.now());
    const failing = { ...services, classifier: () => Promise.reject(new Error('no capacity')) };
    await expect(processMedia(failing, mediaId, Date.now())).rejects.toThrow('no capacity');
    expect((await findMedia(shards, mediaId))?.state).toBe('uploaded');
    await processMedia(services, mediaId, Date.now());
    expect(await findMedia(shards, mediaId)).toMatchObject({ state: 'ready', moderation: 'clean' });
  });
});
