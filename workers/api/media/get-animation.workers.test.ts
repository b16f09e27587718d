import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Media } from '../../../shared/contracts/index.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { dropHash, indexHash } from '../../../shared/db/media/similar-hashes.ts';
import { cleanGif } from '../../../shared/domain/media/clean-gif.ts';
import { hashDistance, MAX_HASH_DISTANCE } from '../../../shared/domain/media/hash-bands.ts';
import { inspectPhoto } from '../../../shared/domain/media/inspect-photo.ts';
import { animationKey, mediaPrefix } from '../../../shared/domain/media/media-keys.ts';
import { perceptualHash } from '../../../shared/domain/media/perceptual-hash.ts';
import { prepareAnimation } from '../../../shared/domain/media/prepare-animation.ts';
import { sampleFrames } from '../../../shared/domain/media/sample-frames.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';
import { anUpload, aPhoto, untilSettled } from '../../../tests/support/an-upload.ts';
import { fixture } from '../../../tests/support/fixture.ts';
import { collectOrphans } from '../../cron/collect-orphans.ts';
import { acceptBytes } from '../../media/accept-bytes.ts';
import { processMedia } from '../../media/process-media.ts';
import { renderSample } from '../../media/render-variant.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);

const pathOf = (url: string | undefined) => (url ?? '').replace('/api/v1', '');
const anAnimation = (owner: TestUser, file = 'animated.gif') => aPhoto(owner, { file, contentType: 'image/gif' });

/** Its frames but for the first, as stills. */
function framesOf(file: string): Uint8Array<ArrayBuffer>[] {
  const bytes = fixture(file);
  const reading = inspectPhoto(bytes, 1e6);
  const prepared = reading.ok ? prepareAnimation(bytes, reading.value, services.config) : reading;
  return prepared.ok && prepared.value ? sampleFrames(prepared.value) : [];
}

async function settleWith(owner: TestUser, limits: Partial<typeof services.config>): Promise<Media> {
  const mediaId = await anUpload(owner, { file: 'animated.gif', contentType: 'image/gif' });
  const row = await findMedia(services.shards, mediaId);
  if (!row) throw new Error('no row');
  await acceptBytes(services, row, Date.now());
  await processMedia({ ...services, config: { ...services.config, ...limits } }, mediaId, Date.now());
  return untilSettled(owner, mediaId);
}

describe('an animated picture', () => {
  it.each(['animated.gif', 'animated.webp'])('%s is served moving, and its variants still', async (file) => {
    const owner = await aUser();
    const media = await anAnimation(owner, file);
    expect(media.animated).toBe(true);
    const [shown] = (await aPost(owner, { mediaIds: [media.id] })).media;
    expect(shown).toMatchObject({ animated: true, urls: { animated: `/api/v1/media/${media.id}/animated` } });
    const response = await callApi('GET', pathOf(shown?.urls?.animated));
    expect(response.headers.get('content-type')).toBe(`image/${file.slice('animated.'.length)}`);
    expect(response.headers.get('cache-control')).toContain('immutable');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(inspectPhoto(bytes, 1e6)).toMatchObject({ ok: true, value: { frames: 2, width: 96, height: 64 } });
    for (const accept of ['image/webp', 'image/avif', 'image/jpeg']) {
      const still = await callApi('GET', `/media/${media.id}/feed`, undefined, { Accept: accept });
      const reading = inspectPhoto(new Uint8Array(await still.arrayBuffer()), 1e6);
      expect(reading).toMatchObject({ ok: true, value: { contentType: accept, frames: 1 } });
    }
  });

  it('is copied without its metadata', async () => {
    const owner = await aUser();
    const media = await anAnimation(owner);
    const response = await owner.call('GET', pathOf(media.urls?.animated));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(cleanGif(fixture('animated.gif')));
  });

  it('answers conditions and ranges', async () => {
    const owner = await aUser();
    const path = pathOf((await anAnimation(owner)).urls?.animated);
    const whole = await owner.call('GET', path);
    const etag = whole.headers.get('etag') ?? '';
    expect((await owner.call('GET', path, undefined, { 'If-None-Match': etag })).status).toBe(304);
    const part = await owner.call('GET', path, undefined, { Range: 'bytes=0-5' });
    expect(part.status).toBe(206);
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(new TextEncoder().encode('GIF89a'));
  });

  it('of a private account needs the signature that its media carry', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    await ann.call('PATCH', '/users/me', { isPrivate: true });
    const media = await anAnimation(ann);
    const post = await aPost(ann, { mediaIds: [media.id] });
    const seen = await (await ben.call('GET', `/posts/${post.id}`)).json<{ media: Media[] }>();
    const signed = pathOf(seen.media[0]?.urls?.animated);
    expect(signed).toContain('sig=');
    expect((await callApi('GET', signed)).status).toBe(200);
    expect((await callApi('GET', `/media/${media.id}/animated`)).status).toBe(404);
  });

  it('is a still when it is edited, and of a still there is no animation', async () => {
    const owner = await aUser();
    const edited = await aPhoto(owner, { file: 'animated.gif', contentType: 'image/gif', filter: 'noir' });
    const still = await aPhoto(owner, { file: 'still.gif', contentType: 'image/gif' });
    for (const media of [edited, still]) {
      expect(media.status).toBe('ready');
      expect([media.animated, media.urls?.animated]).toEqual([undefined, undefined]);
      expect((await owner.call('GET', `/media/${media.id}/animated`)).status).toBe(404);
    }
  });

  it('has limits in bytes and pixels, on both sides', async () => {
    const owner = await aUser();
    const bytes = fixture('animated.gif').length;
    const pixels = 96 * 64 * 2;
    const exact = { MAX_ANIMATION_BYTES: bytes, MAX_ANIMATION_PIXELS: pixels };
    expect((await settleWith(owner, exact)).animated).toBe(true);
    for (const limits of [{ MAX_ANIMATION_BYTES: bytes - 1 }, { MAX_ANIMATION_PIXELS: pixels - 1 }]) {
      const media = await settleWith(owner, limits);
      expect(media).toMatchObject({ status: 'failed', error: { code: 'animation-too-large' } });
    }
  });

  it.each(['animated.gif', 'animated.webp'])('%s is refused when a later frame is a listed picture', async (file) => {
    const owner = await aUser();
    const [frame] = framesOf(file);
    const hash = perceptualHash(await renderSample(env.IMAGES, frame ?? new Uint8Array()));
    const first = (await findMedia(services.shards, (await anAnimation(owner, file)).id))?.perceptualHash ?? '';
    expect(hashDistance(hash, first)).toBeGreaterThan(MAX_HASH_DISTANCE);
    const listed = { kind: 'listed', ref: hash, hash, ownerId: null } as const;
    await indexHash(services.shards, listed);
    const again = await anAnimation(owner, file);
    await dropHash(services.shards, listed);
    expect(again).toMatchObject({ status: 'failed', error: { code: 'not-allowed' } });
    expect(await env.MEDIA.head(animationKey(again.id))).toBeNull();
  });

  it('goes with its medium', async () => {
    const owner = await aUser();
    const media = await anAnimation(owner);
    await owner.call('DELETE', `/media/${media.id}`);
    await collectOrphans(services, Date.now());
    expect((await env.MEDIA.list({ prefix: mediaPrefix(media.id) })).objects).toEqual([]);
  });
});
