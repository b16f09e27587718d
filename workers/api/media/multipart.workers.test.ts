import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { CreatedMedia, MultipartUpload } from '../../../shared/contracts/index.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { originalKey } from '../../../shared/domain/media/media-keys.ts';
import { PART_BYTES } from '../../../shared/domain/media/plan-parts.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';
import { untilSettled } from '../../../tests/support/an-upload.ts';
import { fixture } from '../../../tests/support/fixture.ts';
import { collectOrphans } from '../../cron/collect-orphans.ts';
import { joinParts } from '../../media/multipart-upload.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);

/** A photo of two parts: what follows the end of a JPEG is ignored. */
function twoParts(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(PART_BYTES + 1_000);
  bytes.set(fixture('large.jpg'));
  return bytes;
}

async function announce(owner: TestUser, size: number): Promise<CreatedMedia> {
  const body = { kind: 'photo', contentType: 'image/jpeg', size, multipart: true };
  return (await owner.call('POST', '/media', body)).json<CreatedMedia>();
}

/** Sends a part as its URL would, and reports it. */
async function sendPart(owner: TestUser, mediaId: string, bytes: Uint8Array, number: number): Promise<Response> {
  const row = await findMedia(services.shards, mediaId);
  const upload = env.MEDIA.resumeMultipartUpload(originalKey(mediaId), row?.uploadId ?? '');
  const { etag } = await upload.uploadPart(number, bytes.subarray((number - 1) * PART_BYTES, number * PART_BYTES));
  return owner.call('PUT', `/media/${mediaId}/parts/${number}`, { etag: `"${etag}"` });
}

const complete = (owner: TestUser, mediaId: string) => owner.call('POST', `/media/${mediaId}/complete`);

describe('an upload in parts', () => {
  it('names every part with a URL of its own', async () => {
    const owner = await aUser();
    const { mediaId, multipart } = await announce(owner, PART_BYTES + 1_000);
    expect(multipart?.parts.map(({ number, offset, size, etag }) => [number, offset, size, etag])).toEqual([
      [1, 0, PART_BYTES, null],
      [2, PART_BYTES, 1_000, null],
    ]);
    const url = new URL(multipart?.parts[1]?.url ?? '');
    expect(url.pathname.endsWith(`media/${mediaId}/original`)).toBe(true);
    expect(url.searchParams.get('partNumber')).toBe('2');
    expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe('content-length;host');
  });

  it('continues where it stopped, also for a client that knows nothing any more', async () => {
    const owner = await aUser();
    const bytes = twoParts();
    const { mediaId } = await announce(owner, bytes.length);
    expect((await sendPart(owner, mediaId, bytes, 2)).status).toBe(204);
    const early = await complete(owner, mediaId);
    expect(early.status).toBe(409);
    expect(await early.json()).toMatchObject({ detail: 'These parts have not arrived: 1.' });

    const left = await (await owner.call('GET', `/media/${mediaId}/upload`)).json<MultipartUpload>();
    expect(left.parts.map(({ number, etag }) => [number, etag !== null])).toEqual([
      [1, false],
      [2, true],
    ]);
    await sendPart(owner, mediaId, bytes, 1);
    expect(await (await complete(owner, mediaId)).json()).toEqual({ status: 'processing' });
    expect(await untilSettled(owner, mediaId)).toMatchObject({ status: 'ready', width: 768, height: 512 });
    expect(await (await complete(owner, mediaId)).json()).toEqual({ status: 'ready' });
    expect((await owner.call('GET', `/media/${mediaId}/upload`)).status).toBe(409);
  });

  it('asks for parts again that R2 does not know', async () => {
    const owner = await aUser();
    const bytes = twoParts();
    const { mediaId } = await announce(owner, bytes.length);
    await sendPart(owner, mediaId, bytes, 1);
    await owner.call('PUT', `/media/${mediaId}/parts/2`, { etag: 'invented' });
    expect((await complete(owner, mediaId)).status).toBe(409);
    const left = await (await owner.call('GET', `/media/${mediaId}/upload`)).json<MultipartUpload>();
    expect(left.parts.every(({ etag }) => etag === null)).toBe(true);
    for (const number of [1, 2]) await sendPart(owner, mediaId, bytes, number);
    expect((await complete(owner, mediaId)).status).toBe(202);
  });

  it('goes on when an earlier attempt joined the parts and died', async () => {
    const owner = await aUser();
    const bytes = twoParts();
    const { mediaId } = await announce(owner, bytes.length);
    for (const number of [1, 2]) await sendPart(owner, mediaId, bytes, number);
    const row = await findMedia(services.shards, mediaId);
    if (!row) throw new Error('no row');
    await joinParts(services, row);
    await joinParts(services, row);
    expect((await complete(owner, mediaId)).status).toBe(202);
  });

  it('belongs to its owner', async () => {
    const owner = await aUser();
    const { mediaId } = await announce(owner, 1_000);
    const other = await aUser();
    expect((await other.call('GET', `/media/${mediaId}/upload`)).status).toBe(404);
    expect((await other.call('PUT', `/media/${mediaId}/parts/1`, { etag: 'x' })).status).toBe(404);
    expect((await owner.call('PUT', `/media/${mediaId}/parts/2`, { etag: 'x' })).status).toBe(404);
  });

  it('leaves nothing when it is given up', async () => {
    const owner = await aUser();
    const bytes = twoParts();
    const { mediaId } = await announce(owner, bytes.length);
    await sendPart(owner, mediaId, bytes, 1);
    const row = await findMedia(services.shards, mediaId);
    await owner.call('DELETE', `/media/${mediaId}`);
    await collectOrphans(services, Date.now());
    const upload = env.MEDIA.resumeMultipartUpload(originalKey(mediaId), row?.uploadId ?? '');
    await expect(upload.uploadPart(2, new Uint8Array(10))).rejects.toThrow();
  });
});
