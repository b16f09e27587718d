import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Media } from '../../shared/contracts/index.ts';
import { findMedia } from '../../shared/db/media/load-media.ts';
import { replayFailed } from '../../shared/db/media/review-media.ts';
import { mediaPrefix } from '../../shared/domain/media/media-keys.ts';
import { aStreamFilm, withStream } from '../../tests/support/a-stream-film.ts';
import { aUser } from '../../tests/support/a-user.ts';
import { Mortal } from '../../tests/support/mortal.ts';
import { sendBytes } from '../../tests/support/send-bytes.ts';
import { collectOrphans } from '../cron/collect-orphans.ts';
import { pollStreamUploads } from '../cron/poll-stream-uploads.ts';
import { acceptBytes } from '../media/accept-bytes.ts';
import { MAX_ATTEMPTS, processMedia } from '../media/process-media.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards } = services;
/** Dozens of lives. */
const LONG = 120_000;
const LEASE_MS = services.config.MEDIA_LEASE_SECONDS * 1_000;
const HOUR_MS = 3_600_000;

async function rowOf(id: string) {
  const row = await findMedia(shards, id);
  if (!row) throw new Error('no row');
  return row;
}

/** On Stream, and accepted, but of which no worker has heard. */
async function anAcceptedFilm() {
  const owner = await aUser();
  const film = await aStreamFilm(owner);
  await acceptBytes(services, await rowOf(film.id), Date.now());
  return { owner, ...film };
}

describe('completing a film on Stream', () => {
  it('is refused until its bytes are there', async () => {
    const owner = await aUser();
    const { id } = await aStreamFilm(owner, { arrived: false });
    expect((await owner.call('POST', `/media/${id}/complete`)).status).toBe(409);
    expect((await rowOf(id)).state).toBe('pending');
  });

  it('takes it to the pipeline when they are', async () => {
    const { id, streamId } = await anAcceptedFilm();
    expect(await rowOf(id)).toMatchObject({ state: 'uploaded', sourceEtag: `stream/${streamId}` });
  });
});

describe('the pipeline of films on Stream', () => {
  it('makes one ready with what Stream says of it, its picture, and URLs of manifests', async () => {
    const { owner, id } = await anAcceptedFilm();
    await processMedia(
      withStream(services, { duration: 12.34, input: { width: 1_920, height: 1_080 } }),
      id,
      Date.now(),
    );
    const media = await (await owner.call('GET', `/media/${id}`)).json<Media>();
    expect(media).toMatchObject({ kind: 'video', status: 'ready', width: 1_920, height: 1_080, duration: 12.34 });
    expect(media.urls?.hls).toContain(`/api/v1/media/${id}/hls`);
    expect(media.urls?.dash).toContain(`/api/v1/media/${id}/dash`);
    expect(media.urls?.video).toBeUndefined();
    expect((await owner.call('GET', `/media/${id}/thumb`)).status).toBe(200);
  });

  it('waits for the encoding as often as it takes, and gives up after hours', async () => {
    const { owner, id } = await anAcceptedFilm();
    const encoding = withStream(services, { state: 'inprogress', readyToStream: false });
    const now = Date.now();
    for (let look = 0; look < 2 * MAX_ATTEMPTS; look++) await processMedia(encoding, id, now);
    expect(await rowOf(id)).toMatchObject({ state: 'uploaded', attempts: 0 });
    await processMedia(encoding, id, now + 9 * HOUR_MS);
    const media = await (await owner.call('GET', `/media/${id}`)).json<Media>();
    expect(media).toMatchObject({ status: 'failed', error: { code: 'processing-failed' } });
    // What failed on our side may be tried again: then Stream is done.
    expect(await replayFailed(shards, now)).toContain(id);
    await processMedia(withStream(services, {}), id, now);
    expect((await rowOf(id)).state).toBe('ready');
  });

  it.each([
    ['ERR_DURATION_EXCEED_CONSTRAINT', 'too-long'],
    ['ERR_NON_VIDEO', 'no-video-track'],
    ['ERR_MALFORMED_VIDEO', 'corrupt'],
  ])('fails one for %s', async (reason, code) => {
    const { id } = await anAcceptedFilm();
    await processMedia(withStream(services, { state: 'error', reason }), id, Date.now());
    expect(await rowOf(id)).toMatchObject({ state: 'failed', errorCode: code });
  });

  it('fails one that is gone from Stream', async () => {
    const { id, streamId } = await anAcceptedFilm();
    await services.stream.video(streamId).delete();
    await processMedia(withStream(services, {}), id, Date.now());
    expect(await rowOf(id)).toMatchObject({ state: 'failed', errorCode: 'replaced' });
  });

  it('tries again while Stream does not answer, and counts', async () => {
    const { id } = await anAcceptedFilm();
    const down = withStream(services, {});
    down.stream = {
      ...down.stream,
      video: () => ({ details: () => Promise.reject(new Error('unreachable')) }) as never,
    };
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      await expect(processMedia(down, id, Date.now())).rejects.toThrow('unreachable');
      expect((await rowOf(id)).state).toBe(attempt < MAX_ATTEMPTS ? 'uploaded' : 'failed');
    }
  });
});

describe('a kill before every single call', () => {
  it(
    'of the pipeline leaves a film that becomes ready, and of deleting nothing anywhere',
    async () => {
      for (let diesBefore = 1, survived = false; !survived; diesBefore++) {
        const { owner, id, streamId } = await anAcceptedFilm();
        const mortal = new Mortal(diesBefore);
        const now = Date.now();
        await processMedia(mortal.live(withStream(services, {})), id, now).catch(() => undefined);
        await processMedia(withStream(services, {}), id, now + LEASE_MS + 1);
        expect((await rowOf(id)).state, `dead before call ${mortal.calls}`).toBe('ready');
        await owner.call('DELETE', `/media/${id}`);
        const collector = new Mortal(diesBefore);
        // Late enough that rows are forgotten as well, so that each life has the same work.
        const later = now + 3 * HOUR_MS;
        await collectOrphans(collector.live(services), later).catch(() => undefined);
        await collectOrphans(services, later);
        const look = async () => services.stream.video(streamId).details();
        await expect(look()).rejects.toThrow(/not found/i);
        expect((await env.MEDIA.list({ prefix: mediaPrefix(id) })).objects).toEqual([]);
        survived = mortal.survived && collector.survived;
      }
    },
    LONG,
  );
});

describe('polling', () => {
  it('finds a film that arrived although nobody said so, and leaves one that did not', async () => {
    const owner = await aUser();
    const [arrived, awaited] = [await aStreamFilm(owner), await aStreamFilm(owner, { arrived: false })];
    await pollStreamUploads(services, Date.now());
    expect((await rowOf(arrived.id)).state).toBe('pending');
    await pollStreamUploads(services, Date.now() + 10 * 60_000);
    expect((await rowOf(arrived.id)).state).not.toBe('pending');
    expect((await rowOf(awaited.id)).state).toBe('pending');
  });
});

describe('captions of a film on Stream', () => {
  it('are put into its manifests and taken out again', async () => {
    const { owner, id, streamId } = await anAcceptedFilm();
    await processMedia(withStream(services, {}), id, Date.now());
    const path = `/media/${id}/captions/de`;
    const text = 'WEBVTT\n\n00:00.000 --> 00:01.000\nHallo\n';
    expect((await sendBytes(owner, path, 'text/vtt', text)).status).toBe(200);
    const { captions } = services.stream.video(streamId);
    expect((await captions.list()).map(({ language }) => language)).toEqual(['de']);
    expect((await owner.call('GET', path)).status).toBe(200);
    expect((await owner.call('DELETE', path)).status).toBe(204);
    expect(await captions.list()).toEqual([]);
  });
});

describe('deleting a film on Stream', () => {
  it('deletes it there, with its poster, and may be repeated', async () => {
    const { owner, id, streamId } = await anAcceptedFilm();
    await processMedia(withStream(services, {}), id, Date.now());
    await owner.call('DELETE', `/media/${id}`);
    for (const _ of [1, 2]) await collectOrphans(services, Date.now());
    const look = async () => services.stream.video(streamId).details();
    await expect(look()).rejects.toThrow(/not found/i);
    expect((await env.MEDIA.list({ prefix: mediaPrefix(id) })).objects).toEqual([]);
  });
});
