import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CreatedMedia, Media, Session } from '../../shared/contracts/index.ts';
import { type Product, startProduct } from './support/start-product.ts';

const SECRET = 'a-secret-of-the-webhook';
const PATIENCE_MS = 60_000;
const POLL_MS = 50;
const PADDING_BYTES = 11 * 1_024 * 1_024;

let product: Product;
let token = '';

beforeAll(async () => {
  product = await startProduct({ vars: { STREAM_WEBHOOK_SECRET: SECRET, MEDIA_LEASE_SECONDS: '1' } });
  const person = { username: 'film.maker', email: 'film@test.example', password: 'films-of-a-minute' };
  ({ accessToken: token } = (await (await call('POST', '/users/register', person)).json()) as Session);
});
afterAll(() => product.stop());

function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const raw = body instanceof Uint8Array || typeof body === 'string';
  return fetch(`${product.url}/api/v1${path}`, {
    method,
    headers: {
      ...(body === undefined || raw ? {} : { 'Content-Type': 'application/json' }),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
  });
}

/** A film with megabytes behind it that are no part of it, as a large one is: an MP4 box of free space, full of words. */
function aLargeFilm(): Uint8Array<ArrayBuffer> {
  const film = readFileSync('tests/fixtures/media/located.mp4');
  const bytes = new Uint8Array(film.length + PADDING_BYTES);
  bytes.set(film);
  const padding = Buffer.from(bytes.buffer, film.length);
  padding.fill('secret place ');
  padding.writeUInt32BE(PADDING_BYTES, 0);
  padding.write('free', 4, 'latin1');
  return bytes;
}

async function sendInParts(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const body = { kind: 'video', contentType: 'video/mp4', size: bytes.length, multipart: true };
  const { mediaId, multipart } = (await (await call('POST', '/media', body)).json()) as CreatedMedia;
  for (const { number, offset, size, url } of multipart?.parts ?? []) {
    const sent = await fetch(url, { method: 'PUT', body: bytes.slice(offset, offset + size) });
    expect(sent.status).toBe(200);
    const report = { etag: sent.headers.get('etag') };
    expect((await call('PUT', `/media/${mediaId}/parts/${number}`, report)).status).toBe(204);
  }
  return mediaId;
}

async function untilSettled(mediaId: string): Promise<Media> {
  for (const start = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, POLL_MS))) {
    const media = (await (await call('GET', `/media/${mediaId}`)).json()) as Media;
    if (media.status === 'ready' || media.status === 'failed') return media;
    if (Date.now() - start > PATIENCE_MS) throw new Error(`medium ${mediaId} is still ${media.status}`);
  }
}

describe('a large film', () => {
  // It may need the patience twice: the time is longer than that.
  it('arrives in parts with its poster, survives a crash, and plays in ranges without what was private', async () => {
    const bytes = aLargeFilm();
    const mediaId = await sendInParts(bytes);
    const poster = new Uint8Array(readFileSync('tests/fixtures/media/large.jpg'));
    const set = await call('PUT', `/media/${mediaId}/poster`, poster, { 'Content-Type': 'image/jpeg' });
    expect(set.status).toBe(204);
    expect((await call('POST', `/media/${mediaId}/complete`)).status).toBe(202);
    await product.kill9();
    await product.restart();
    // Whatever the crash met, asking again is harmless and takes it on.
    await call('POST', `/media/${mediaId}/complete`);
    const media = await untilSettled(mediaId).catch(async () => {
      await product.runCron();
      return untilSettled(mediaId);
    });
    expect(media).toMatchObject({ kind: 'video', status: 'ready', width: 96, height: 64, duration: 1 });
    expect((await call('POST', '/posts', { mediaIds: [mediaId] })).status).toBe(201);
    const url = `${product.url}/api/v1/media/${mediaId}/video`;
    const whole = Buffer.from(await (await fetch(url)).arrayBuffer());
    expect(whole.length).toBe(bytes.length);
    expect(whole.toString('latin1')).not.toMatch(/secret|48\.8584/);
    for (const [range, first, last] of [
      ['bytes=0-1', 0, 1],
      ['bytes=6000000-6000099', 6_000_000, 6_000_099],
      ['bytes=-100', bytes.length - 100, bytes.length - 1],
    ] as const) {
      const part = await fetch(url, { headers: { Range: range } });
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${first}-${last}/${bytes.length}`]);
      expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(first, last + 1));
    }
    expect((await fetch(url, { headers: { Range: `bytes=${bytes.length}-` } })).status).toBe(416);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
  }, 200_000);
});

describe('the webhook of Stream', () => {
  const deliver = (body: string, header: string) =>
    fetch(`${product.url}/webhooks/stream`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Webhook-Signature': header },
      body,
    });

  it('takes what is signed and refuses everything else', async () => {
    const body = JSON.stringify({ uid: 'of-another-app', meta: { name: 'holiday.mp4' } });
    const time = Math.floor(Date.now() / 1_000);
    const sig1 = createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex');
    expect((await deliver(body, `time=${time},sig1=${sig1}`)).status).toBe(204);
    expect((await deliver(`${body} `, `time=${time},sig1=${sig1}`)).status).toBe(401);
    expect((await deliver(body, `time=${time - 600},sig1=${sig1}`)).status).toBe(401);
    expect((await deliver(body, '')).status).toBe(401);
  });
});
