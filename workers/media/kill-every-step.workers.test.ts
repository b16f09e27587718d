import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { CreatedMedia, Draft } from '../../shared/contracts/index.ts';
import { claimMedia } from '../../shared/db/media/change-media-state.ts';
import { findMedia } from '../../shared/db/media/load-media.ts';
import { findSimilarHashes } from '../../shared/db/media/similar-hashes.ts';
import { loadPosts } from '../../shared/db/posts/load-posts.ts';
import { originalKey } from '../../shared/domain/media/media-keys.ts';
import { aUser, type TestUser } from '../../tests/support/a-user.ts';
import { anUpload, untilSettled } from '../../tests/support/an-upload.ts';
import { fixture } from '../../tests/support/fixture.ts';
import { Mortal } from '../../tests/support/mortal.ts';
import { keysOf } from '../../tests/support/stored-media.ts';
import { collectOrphans } from '../cron/collect-orphans.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { acceptBytes } from './accept-bytes.ts';
import { MAX_ATTEMPTS, processMedia } from './process-media.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards } = services;
const LEASE_MS = services.config.MEDIA_LEASE_SECONDS * 1_000;

async function rowOf(mediaId: string) {
  const row = await findMedia(shards, mediaId);
  if (!row) throw new Error('no row');
  return row;
}

type Sent = { file: string; kind: 'photo' | 'video'; contentType: string };

/** A medium whose bytes were accepted, and a post that waits for it. */
async function anAwaited(sent: Sent) {
  const owner = await aUser();
  const mediaId = await anUpload(owner, sent);
  await acceptBytes(services, await rowOf(mediaId), Date.now());
  const post = await (await owner.call('POST', '/posts', { mediaIds: [mediaId] })).json<Draft>();
  return { owner, mediaId, postId: post.id };
}

/** Runs `work` in processes that die before their first, second, third … call, until one survives it. */
async function withEveryDeath(run: (mortal: Mortal) => Promise<void>): Promise<number> {
  for (let diesBefore = 1; ; diesBefore++) {
    const mortal = new Mortal(diesBefore);
    await run(mortal);
    if (mortal.survived) return diesBefore - 1;
  }
}

/** Dozens of lives each. */
const LONG = 120_000;

describe('processing survives a kill before every single call', () => {
  it.each<Sent & { calls: number }>([
    { file: 'alpha.png', kind: 'photo', contentType: 'image/png', calls: 20 },
    { file: 'animated.gif', kind: 'photo', contentType: 'image/gif', calls: 20 },
    { file: 'tiny.mp4', kind: 'video', contentType: 'video/mp4', calls: 15 },
  ])(
    'of $file: it becomes ready, whole, and its post is published once',
    async ({ calls, ...sent }) => {
      const whole = await anAwaited(sent);
      await processMedia(services, whole.mediaId, Date.now());
      const expected = await keysOf(whole.mediaId);
      const deaths = await withEveryDeath(async (mortal) => {
        const { mediaId, postId } = await anAwaited(sent);
        const now = Date.now();
        await processMedia(mortal.live(services), mediaId, now).catch(() => undefined);
        await processMedia(services, mediaId, now + LEASE_MS + 1);
        const row = await rowOf(mediaId);
        expect(row.state, `dead before call ${mortal.calls}`).toBe('ready');
        expect(await keysOf(mediaId)).toEqual(expected);
        const post = (await loadPosts(shards, [postId])).get(postId);
        expect([post?.state, post?.revision]).toEqual(['published', 1]);
        if (row.perceptualHash === null) return;
        const similar = await findSimilarHashes(shards, row.perceptualHash, { kind: 'media', ownerId: row.ownerId });
        expect(similar.map(({ ref }) => ref)).toEqual([mediaId]);
      });
      expect(deaths).toBeGreaterThanOrEqual(calls);
    },
    LONG,
  );

  it('and gives up on a medium that kills whoever touches it', async () => {
    const { owner, mediaId } = await anAwaited({ file: 'large.jpg', kind: 'photo', contentType: 'image/jpeg' });
    let now = Date.now();
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      expect(await claimMedia(shards, mediaId, LEASE_MS, now)).toBeDefined();
      now += LEASE_MS + 1;
    }
    await processMedia(services, mediaId, now);
    expect(await untilSettled(owner, mediaId)).toMatchObject({
      status: 'failed',
      error: { code: 'processing-failed' },
    });
  });
});

describe('completing an upload survives a kill before every single call', () => {
  async function inParts(owner: TestUser): Promise<string> {
    const bytes = fixture('orientation-1.jpg');
    const body = { kind: 'photo', contentType: 'image/jpeg', size: bytes.length, multipart: true };
    const { mediaId } = await (await owner.call('POST', '/media', body)).json<CreatedMedia>();
    const { uploadId } = await rowOf(mediaId);
    const { etag } = await env.MEDIA.resumeMultipartUpload(originalKey(mediaId), uploadId ?? '').uploadPart(1, bytes);
    await owner.call('PUT', `/media/${mediaId}/parts/1`, { etag });
    return mediaId;
  }

  it.each([
    ['in one piece', (owner: TestUser) => anUpload(owner, { file: 'orientation-1.jpg' }), 3],
    ['in parts', inParts, 5],
  ])('%s', async (_, send, calls) => {
    const deaths = await withEveryDeath(async (mortal) => {
      const owner = await aUser();
      const mediaId = await send(owner);
      await acceptBytes(mortal.live(services), await rowOf(mediaId), Date.now()).catch(() => undefined);
      expect((await owner.call('POST', `/media/${mediaId}/complete`)).status).toBe(202);
      expect((await untilSettled(owner, mediaId)).status, `dead before call ${mortal.calls}`).toBe('ready');
    });
    expect(deaths).toBeGreaterThanOrEqual(calls);
  });
});

describe('deleting survives a kill before every single call', () => {
  it(
    'and leaves no bytes, no row and no hash',
    async () => {
      const deaths = await withEveryDeath(async (mortal) => {
        const owner = await aUser();
        const mediaId = await anUpload(owner, { file: 'orientation-1.jpg' });
        await acceptBytes(services, await rowOf(mediaId), Date.now());
        await processMedia(services, mediaId, Date.now());
        const { perceptualHash } = await rowOf(mediaId);
        await owner.call('DELETE', `/media/${mediaId}`);
        const later = Date.now() + 3 * 3_600_000;
        await collectOrphans(mortal.live(services), later).catch(() => undefined);
        await collectOrphans(services, later);
        expect(await keysOf(mediaId), `dead before call ${mortal.calls}`).toEqual([]);
        const similar = await findSimilarHashes(shards, perceptualHash ?? '', {
          kind: 'media',
          ownerId: owner.user.id,
        });
        expect(similar).toEqual([]);
        const row = shards.forId(mediaId).d1.prepare('SELECT state FROM media WHERE id = ?').bind(mediaId);
        expect(await row.first()).toBeNull();
      });
      expect(deaths).toBeGreaterThanOrEqual(10);
    },
    LONG,
  );
});
