import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { claimMedia } from '../../shared/db/media/change-media-state.ts';
import { findMedia } from '../../shared/db/media/load-media.ts';
import { ORPHAN_MS } from '../../shared/db/media/sweep-media.ts';
import { mediaPrefix } from '../../shared/domain/media/media-keys.ts';
import { aUser } from '../../tests/support/a-user.ts';
import { anUpload, aPhoto, untilSettled } from '../../tests/support/an-upload.ts';
import { acceptBytes } from '../media/accept-bytes.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { collectOrphans } from './collect-orphans.ts';
import { resendStuckMedia } from './resend-stuck-media.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards, config } = services;
const LEASE_MS = config.MEDIA_LEASE_SECONDS * 1_000;
const DAY_LATER = () => Date.now() + ORPHAN_MS + 60_000;
const bytesLeft = async (mediaId: string) => (await env.MEDIA.list({ prefix: mediaPrefix(mediaId) })).objects.length;
const rowLeft = async (mediaId: string) =>
  shards.forId(mediaId).d1.prepare('SELECT state FROM media WHERE id = ?').bind(mediaId).first<{ state: string }>();

async function anAccepted() {
  const owner = await aUser();
  const mediaId = await anUpload(owner);
  const row = await findMedia(shards, mediaId);
  if (!row) throw new Error('no row');
  await acceptBytes(services, row, Date.now());
  return { owner, mediaId };
}

describe('resending stuck media', () => {
  it('finds a medium whose message was lost between commit and send', async () => {
    const { owner, mediaId } = await anAccepted();
    await resendStuckMedia(services, Date.now());
    expect((await findMedia(shards, mediaId))?.state).toBe('uploaded');
    await resendStuckMedia(services, Date.now() + LEASE_MS + 1);
    expect((await untilSettled(owner, mediaId)).status).toBe('ready');
  });

  it('finds a medium whose worker was killed', async () => {
    const { owner, mediaId } = await anAccepted();
    await claimMedia(shards, mediaId, LEASE_MS, Date.now() - LEASE_MS - 1_000);
    await resendStuckMedia(services, Date.now());
    expect((await untilSettled(owner, mediaId)).status).toBe('ready');
  });
});

describe('collecting orphans', () => {
  it('deletes pending and unattached media after a day, bytes and row, and may be repeated', async () => {
    const owner = await aUser();
    const pending = await anUpload(owner);
    const unattached = await aPhoto(owner);
    await collectOrphans(services, Date.now());
    expect(await bytesLeft(unattached.id)).toBe(5);
    for (const _ of [1, 2]) {
      await collectOrphans(services, DAY_LATER());
      for (const mediaId of [pending, unattached.id]) {
        expect(await bytesLeft(mediaId)).toBe(0);
        expect(await rowLeft(mediaId)).toBeNull();
      }
    }
  });

  it('takes a medium that nothing shows at the age of a day, and not a moment earlier', async () => {
    const owner = await aUser();
    const loose = await aPhoto(owner);
    const since = (await findMedia(shards, loose.id))?.updatedAt ?? 0;
    await collectOrphans(services, since + ORPHAN_MS);
    expect((await findMedia(shards, loose.id))?.state).toBe('ready');
    expect(await bytesLeft(loose.id)).toBe(5);
    await collectOrphans(services, since + ORPHAN_MS + 1);
    expect(await findMedia(shards, loose.id)).toBeUndefined();
    expect(await bytesLeft(loose.id)).toBe(0);
  });

  it('deletes the bytes of an avatar that was replaced, and of a medium that was taken out of a draft', async () => {
    const owner = await aUser();
    const [old, taken, kept] = [await aPhoto(owner), await aPhoto(owner), await aPhoto(owner)];
    await owner.call('PATCH', '/users/me', { avatarMediaId: old.id });
    const draft = await (await owner.call('POST', '/drafts', { mediaIds: [taken.id, kept.id] })).json<{ id: string }>();
    await owner.call('PATCH', '/users/me', { avatarMediaId: null });
    await owner.call('PATCH', `/drafts/${draft.id}`, { mediaIds: [kept.id] });
    await collectOrphans(services, DAY_LATER());
    expect([await bytesLeft(old.id), await bytesLeft(taken.id), await bytesLeft(kept.id)]).toEqual([0, 0, 5]);
  });

  it('deletes every form of a medium, also those that were made later', async () => {
    const owner = await aUser();
    const photo = await aPhoto(owner, { file: 'alpha.png' });
    for (const format of ['avif', 'jpeg']) {
      for (const variant of ['thumb', 'profile', 'feed', 'full', 'story']) {
        await owner.call('GET', `/media/${photo.id}/${variant}`, undefined, { Accept: `image/${format}` });
      }
    }
    expect(await bytesLeft(photo.id)).toBeGreaterThanOrEqual(16);
    await owner.call('DELETE', `/media/${photo.id}`);
    expect((await owner.call('GET', `/media/${photo.id}/feed`)).status).toBe(404);
    await collectOrphans(services, Date.now());
    expect(await bytesLeft(photo.id)).toBe(0);
  });

  it('leaves what a post or a profile shows', async () => {
    const owner = await aUser();
    const posted = await aPhoto(owner);
    const avatar = await aPhoto(owner);
    await owner.call('POST', '/posts', { mediaIds: [posted.id] });
    await owner.call('PATCH', '/users/me', { avatarMediaId: avatar.id });
    await collectOrphans(services, DAY_LATER());
    expect([await bytesLeft(posted.id), await bytesLeft(avatar.id)]).toEqual([5, 5]);
  });

  it('deletes the bytes of a deleted medium at once, and the row when no upload can follow any more', async () => {
    const owner = await aUser();
    const photo = await aPhoto(owner);
    await owner.call('DELETE', `/media/${photo.id}`);
    await collectOrphans(services, Date.now());
    expect(await bytesLeft(photo.id)).toBe(0);
    expect((await rowLeft(photo.id))?.state).toBe('deleted');
    await env.MEDIA.put(`${mediaPrefix(photo.id)}original`, 'late');
    await collectOrphans(services, Date.now() + 3 * 3_600_000);
    expect(await bytesLeft(photo.id)).toBe(0);
    expect(await rowLeft(photo.id)).toBeNull();
  });

  it('deletes the bytes of a deleted post', async () => {
    const owner = await aUser();
    const photo = await aPhoto(owner);
    const post = await (await owner.call('POST', '/posts', { mediaIds: [photo.id] })).json<{ id: string }>();
    await owner.call('DELETE', `/posts/${post.id}`);
    await collectOrphans(services, Date.now());
    expect(await bytesLeft(photo.id)).toBe(0);
  });
});
