import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Media } from '../../../shared/contracts/index.ts';
import { claimMedia, failClaim } from '../../../shared/db/media/change-media-state.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { findSimilarHashes } from '../../../shared/db/media/similar-hashes.ts';
import { aUser, callApi } from '../../../tests/support/a-user.ts';
import { anUpload, aPhoto, untilSettled } from '../../../tests/support/an-upload.ts';
import { collectOrphans } from '../../cron/collect-orphans.ts';
import { acceptBytes } from '../../media/accept-bytes.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards, config } = services;

const operate = (method: string, path: string, body?: unknown) =>
  callApi(method, `/admin${path}`, body, { Authorization: `Bearer ${config.OPERATOR_KEY}` });

type Held = { media: (Media & { ownerId: string })[] };

describe('the review of photos', () => {
  it('holds, shows to the operator, and lets go', async () => {
    const owner = await aUser();
    const photo = await aPhoto(owner);
    await owner.call('POST', '/posts', { mediaIds: [photo.id] });
    const review = { state: 'held', reason: 'Reported.' };
    expect((await operate('POST', `/media/${photo.id}/review`, review)).status).toBe(200);
    expect((await callApi('GET', `/media/${photo.id}/feed`)).status).toBe(404);

    const { media } = await (await operate('GET', '/media/held')).json<Held>();
    const held = media.find(({ id }) => id === photo.id);
    expect(held).toMatchObject({ ownerId: owner.user.id, moderation: { state: 'held', reason: 'Reported.' } });
    const look = await callApi('GET', (held?.urls?.feed ?? '').replace('/api/v1', ''));
    expect(look.status).toBe(200);
    await look.arrayBuffer();

    await operate('POST', `/media/${photo.id}/review`, { state: 'clean' });
    const shown = await callApi('GET', `/media/${photo.id}/feed`);
    expect(shown.status).toBe(200);
    await shown.arrayBuffer();
  });

  it('refuses a picture from now on that a reviewer listed, until it is taken off', async () => {
    const owner = await aUser();
    const photo = await aPhoto(owner, { file: 'cmyk.jpg' });
    await operate('POST', `/media/${photo.id}/review`, { state: 'blocked', list: true });
    const again = await aPhoto(owner, { file: 'cmyk.jpg' });
    expect(again.error?.code).toBe('not-allowed');
    const hash = (await findMedia(shards, photo.id))?.perceptualHash;
    expect((await operate('DELETE', `/listed-pictures/${hash}`)).status).toBe(204);
    expect((await aPhoto(owner, { file: 'cmyk.jpg' })).status).toBe('ready');
  });

  it('knows no medium that does not exist, and nobody but the operator', async () => {
    const body = { state: 'clean' };
    expect((await operate('POST', '/media/01hq2m8k7w0c4/review', body)).status).toBe(404);
    const { call } = await aUser();
    expect((await call('POST', '/admin/media/01hq2m8k7w0c4/review', body)).status).toBe(401);
    expect((await operate('DELETE', '/listed-pictures/nonsense')).status).toBe(404);
  });
});

describe('the replay of failed media', () => {
  it('takes up what failed on our side, and nothing that failed for its content', async () => {
    const owner = await aUser();
    const mediaId = await anUpload(owner);
    const row = await findMedia(shards, mediaId);
    if (!row) throw new Error('no row');
    await acceptBytes(services, row, Date.now());
    const claim = await claimMedia(shards, mediaId, 1_000, Date.now());
    if (!claim) throw new Error('no claim');
    await failClaim(shards, claim, 'processing-failed', Date.now());
    const broken = await aPhoto(owner, { bytes: new TextEncoder().encode('GIF89a, or so it says') });

    expect(await (await operate('POST', '/media/replay')).json()).toEqual({ replayed: 1 });
    expect((await untilSettled(owner, mediaId)).status).toBe('ready');
    expect((await findMedia(shards, broken.id))?.state).toBe('failed');
    expect(await (await operate('POST', '/media/replay')).json()).toEqual({ replayed: 0 });
  });
});

it('forgets the hash of a photo with its bytes', async () => {
  const owner = await aUser();
  const photo = await aPhoto(owner, { file: 'display-p3.jpg' });
  const hash = (await findMedia(shards, photo.id))?.perceptualHash ?? '';
  const refs = async () => (await findSimilarHashes(shards, hash, { kind: 'media' })).map(({ ref }) => ref);
  expect(await refs()).toContain(photo.id);
  await owner.call('DELETE', `/media/${photo.id}`);
  await collectOrphans(services, Date.now());
  expect(await refs()).not.toContain(photo.id);
});
