import { env, exports } from 'cloudflare:workers';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../shared/contracts/index.ts';
import { findMedia } from '../../../shared/db/media/load-media.ts';
import { WEBHOOK_TOLERANCE_MS } from '../../../shared/domain/media/verify-webhook.ts';
import { aStreamFilm } from '../../../tests/support/a-stream-film.ts';
import { aUser, ORIGIN } from '../../../tests/support/a-user.ts';
import { forgetDeliveries } from '../../cron/forget-deliveries.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards, config } = services;

/** A delivery as Cloudflare documents it. */
const delivery = (uid: string, name: string, state = 'ready') =>
  JSON.stringify({
    uid,
    creator: null,
    thumbnail: `https://customer-test.cloudflarestream.com/${uid}/thumbnails/thumbnail.jpg`,
    readyToStream: state === 'ready',
    status: { state, pctComplete: '100.000000', errorReasonCode: '', errorReasonText: '' },
    meta: { name },
    created: '2026-06-30T17:53:12.512033Z',
    duration: 5.5,
    input: { width: 640, height: 480 },
    playback: { hls: `https://customer-test.cloudflarestream.com/${uid}/manifest/video.m3u8` },
  });

type Given = { secret?: string; time?: number; header?: string };

function deliver(body: string, { secret = config.STREAM_WEBHOOK_SECRET, time = Date.now(), header }: Given = {}) {
  const seconds = Math.floor(time / 1_000);
  const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return exports.default.fetch(`${ORIGIN}/webhooks/stream`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Webhook-Signature': header ?? `time=${seconds},sig1=${signature}` },
    body,
  });
}

const stateOf = async (id: string) => (await findMedia(shards, id))?.state;
const receipts = async (id: string) =>
  shards.forId(id).d1.prepare('SELECT count(*) AS n FROM webhook_receipts').first<number>('n');

describe('deliveries of Stream', () => {
  it('are refused before they are read when they are larger than any could be', async () => {
    const largest = 256 * 1_024;
    expect((await deliver(' '.repeat(largest))).status).toBe(204);
    expect((await deliver(' '.repeat(largest + 1))).status).toBe(413);
  });

  it('take a film on that nobody has completed', async () => {
    const { id, streamId } = await aStreamFilm(await aUser());
    expect((await deliver(delivery(streamId, id))).status).toBe(204);
    await expect.poll(() => stateOf(id)).not.toBe('pending');
  });

  it('are refused when they are forged, changed, old or from the future', async () => {
    const { id, streamId } = await aStreamFilm(await aUser());
    const body = delivery(streamId, id);
    const seconds = Math.floor(Date.now() / 1_000);
    const genuine = createHmac('sha256', config.STREAM_WEBHOOK_SECRET).update(`${seconds}.{}`).digest('hex');
    const refused: Given[] = [
      { secret: 'another-secret-of-them' },
      { header: '' },
      { header: `time=${seconds},sig1=${genuine}` },
      { time: Date.now() - WEBHOOK_TOLERANCE_MS - 2_000 },
      { time: Date.now() + WEBHOOK_TOLERANCE_MS + 2_000 },
    ];
    for (const given of refused) {
      const response = await deliver(body, given);
      expect([response.status, (await response.json<Problem>()).code]).toEqual([401, 'invalid-signature']);
    }
    expect(await stateOf(id)).toBe('pending');
  });

  it('are taken once', async () => {
    const { id, streamId } = await aStreamFilm(await aUser());
    const time = Date.now();
    const body = delivery(streamId, id);
    const answers = await Promise.all([deliver(body, { time }), deliver(body, { time }), deliver(body, { time })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409]);
    expect((await deliver(body, { time: time - 2_000 })).status).toBe(204);
  });

  it('about what is not ours are acknowledged and change nothing', async () => {
    const { id } = await aStreamFilm(await aUser(), { arrived: false });
    for (const body of [delivery('another', id), delivery('another', 'unknown'), '{}', 'no JSON']) {
      expect((await deliver(body)).status).toBe(204);
    }
    expect(await stateOf(id)).toBe('pending');
  });

  it('are forgotten when they are too old to be taken again', async () => {
    const { id, streamId } = await aStreamFilm(await aUser());
    await deliver(delivery(streamId, id));
    await forgetDeliveries(services, Date.now());
    expect(await receipts(id)).toBeGreaterThan(0);
    await forgetDeliveries(services, Date.now() + 3 * WEBHOOK_TOLERANCE_MS);
    expect(await receipts(id)).toBe(0);
  });
});
