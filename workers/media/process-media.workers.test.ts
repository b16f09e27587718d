import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { claimMedia, failClaim, releaseClaim } from '../../shared/db/media/change-media-state.ts';
import { findMedia } from '../../shared/db/media/load-media.ts';
import { mediaPrefix, originalKey, variantKey } from '../../shared/domain/media/media-keys.ts';
import { aUser } from '../../tests/support/a-user.ts';
import { anUpload, aPhoto, untilSettled } from '../../tests/support/an-upload.ts';
import { fixture } from '../../tests/support/fixture.ts';
import { bytesOf, keysOf } from '../../tests/support/stored-media.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { acceptBytes } from './accept-bytes.ts';
import { MAX_ATTEMPTS, processMedia } from './process-media.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards } = services;
const NOW = Date.now();
const LEASE_MS = services.config.MEDIA_LEASE_SECONDS * 1_000;

/** A medium whose bytes were accepted but of which no worker has heard. */
async function anAccepted(file = 'large.jpg') {
  const owner = await aUser();
  const mediaId = await anUpload(owner, { file });
  const row = await findMedia(shards, mediaId);
  if (!row) throw new Error('no row');
  await acceptBytes(services, row, NOW);
  return { owner, mediaId };
}

const stateOf = async (mediaId: string) => (await findMedia(shards, mediaId))?.state;

/** Overwrites what follows the first bytes of the pixel data. */
function noisePixels(png: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const at = new TextDecoder('latin1').decode(png).indexOf('IDAT') + 8;
  return png.fill(0x55, at, at + 20);
}

describe('the pipeline on hostile photos', () => {
  const patch32 = (bytes: Uint8Array, at: number, value: number) => {
    new DataView(bytes.buffer).setUint32(at, value);
    return bytes;
  };
  it.each([
    ['a truncated JPEG', fixture('large.jpg').slice(0, 9_000), 'truncated'],
    ['a truncated PNG', fixture('alpha.png').slice(0, 400), 'truncated'],
    ['a truncated WebP', fixture('lossy.webp').slice(0, 1_000), 'truncated'],
    ['a truncated AVIF', fixture('photo.avif').slice(0, 330), 'truncated'],
    ['a PNG bomb', patch32(patch32(fixture('alpha.png'), 16, 50_000), 20, 50_000), 'too-many-pixels'],
    ['a PNG whose pixels are noise', noisePixels(fixture('alpha.png')), 'corrupt'],
    ['a page with a GIF header', new TextEncoder().encode('GIF89a/*<script>alert(1)</script>*/'), 'corrupt'],
  ])('fails %s with the reason', async (_, bytes, code) => {
    const media = await aPhoto(await aUser(), { bytes });
    expect(media).toMatchObject({ status: 'failed', urls: null, error: { code } });
    expect(media.error?.message).toMatch(/\.$/);
    expect((await keysOf(media.id)).filter((key) => key !== 'original')).toEqual([]);
  });

  it('judges by content what a name or header claims', async () => {
    const owner = await aUser();
    const media = await aPhoto(owner, { file: 'alpha.png', contentType: 'image/jpeg' });
    expect(media.status).toBe('ready');
    expect((await findMedia(shards, media.id))?.contentType).toBe('image/png');
  });

  it('serves nothing of what was hidden behind a JPEG', async () => {
    const tail = new TextEncoder().encode('PK\x03\x04<script>alert("hidden")</script>');
    const bytes = new Uint8Array([...fixture('large.jpg'), ...tail]);
    const media = await aPhoto(await aUser(), { bytes });
    expect(media.status).toBe('ready');
    for (const key of (await keysOf(media.id)).filter((name) => name !== 'original')) {
      const text = new TextDecoder('latin1').decode(await bytesOf(mediaPrefix(media.id) + key));
      expect(text).not.toContain('hidden');
    }
  });

  it('fails a photo whose bytes were changed after they were accepted', async () => {
    const { owner, mediaId } = await anAccepted();
    await env.MEDIA.put(originalKey(mediaId), fixture('progressive.jpg'));
    await processMedia(services, mediaId, NOW);
    expect((await untilSettled(owner, mediaId)).error?.code).toBe('replaced');
  });
});

describe('the pipeline when things go wrong on our side', () => {
  it('does its work once when a message comes twice, or at the same time', async () => {
    const { mediaId } = await anAccepted();
    await Promise.all([1, 2, 3].map(() => processMedia(services, mediaId, NOW)));
    expect(await stateOf(mediaId)).toBe('ready');
    expect((await findMedia(shards, mediaId))?.attempts).toBe(1);
    await processMedia(services, mediaId, NOW);
    expect((await findMedia(shards, mediaId))?.attempts).toBe(1);
  });

  it('ignores messages about what is pending, deleted or unknown', async () => {
    const owner = await aUser();
    const mediaId = await anUpload(owner);
    await processMedia(services, mediaId, NOW);
    expect(await stateOf(mediaId)).toBe('pending');
    await owner.call('DELETE', `/media/${mediaId}`);
    await processMedia(services, mediaId, NOW);
    expect(await stateOf(mediaId)).toBeUndefined();
  });

  it('leaves a held medium to its holder until the lease is over, then takes it', async () => {
    const { mediaId } = await anAccepted();
    await claimMedia(shards, mediaId, LEASE_MS, NOW);
    await processMedia(services, mediaId, NOW + LEASE_MS);
    expect(await stateOf(mediaId)).toBe('processing');
    await processMedia(services, mediaId, NOW + LEASE_MS + 1);
    expect(await stateOf(mediaId)).toBe('ready');
  });

  it('continues where a killed worker stopped, and makes nothing twice', async () => {
    const { mediaId } = await anAccepted();
    const marker = fixture('still.gif');
    await env.MEDIA.put(variantKey(mediaId, 'thumb', 'webp'), marker);
    await env.MEDIA.put(variantKey(mediaId, 'full', 'webp'), marker);
    await processMedia(services, mediaId, NOW);
    expect(await stateOf(mediaId)).toBe('ready');
    expect(await bytesOf(variantKey(mediaId, 'thumb', 'webp'))).toEqual(marker);
    expect(await bytesOf(variantKey(mediaId, 'full', 'webp'))).toEqual(marker);
    expect(await keysOf(mediaId)).toHaveLength(5);
  });

  it('gives a medium back after a failed attempt, and fails it after the last', async () => {
    const { mediaId } = await anAccepted();
    const broken = {
      ...services,
      media: new Proxy(env.MEDIA, { get: () => () => Promise.reject(new Error('R2 is away')) }),
    };
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      await expect(processMedia(broken, mediaId, NOW)).rejects.toThrow('R2 is away');
      expect(await stateOf(mediaId)).toBe(attempt < MAX_ATTEMPTS ? 'uploaded' : 'failed');
    }
    expect((await findMedia(shards, mediaId))?.errorCode).toBe('processing-failed');
  });

  it('lets an overtaken worker change nothing', async () => {
    const { mediaId } = await anAccepted();
    const late = await claimMedia(shards, mediaId, LEASE_MS, NOW);
    await processMedia(services, mediaId, NOW + LEASE_MS + 1);
    if (!late) throw new Error('no claim');
    expect(await releaseClaim(shards, late, NOW)).toBe(false);
    expect(await failClaim(shards, late, 'corrupt', NOW)).toBe(false);
    expect(await stateOf(mediaId)).toBe('ready');
  });

  it('leaves no bytes of a medium that was deleted while it was processed', async () => {
    const { owner, mediaId } = await anAccepted();
    const deleting = {
      ...services,
      images: new Proxy(env.IMAGES, {
        get: (images, name) =>
          name === 'input'
            ? (stream: ReadableStream<Uint8Array>) => {
                gone ??= owner.call('DELETE', `/media/${mediaId}`);
                return images.input(stream);
              }
            : Reflect.get(images, name),
      }),
    };
    let gone: Promise<Response> | undefined;
    await processMedia(deleting, mediaId, NOW);
    expect((await gone)?.status).toBe(204);
    expect(await keysOf(mediaId)).toEqual([]);
  });
});
