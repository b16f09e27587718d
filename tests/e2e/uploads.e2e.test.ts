import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { CreatedMedia, Media, MultipartUpload, Session } from '../../shared/contracts/index.ts';
import { PART_BYTES } from '../../shared/domain/media/plan-parts.ts';
import { type Product, startProduct } from './support/start-product.ts';

const BYTES = readFileSync('tests/fixtures/media/large.jpg');
const PATIENCE_MS = 30_000;
const POLL_MS = 50;
const PUT_TRIES = 5;

type Person = { call(method: string, path: string, body?: unknown): Promise<Response> };

async function signUp(url: string): Promise<Person> {
  const username = `up${crypto.randomUUID().slice(0, 8)}`;
  const call = (method: string, path: string, body?: unknown, token?: string) =>
    fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const person = { username, email: `${username}@test.example`, password: 'uploads-some-photos' };
  const { accessToken } = (await (await call('POST', '/users/register', person)).json()) as Session;
  return { call: (method, path, body) => call(method, path, body, accessToken) };
}

async function announce(person: Person): Promise<CreatedMedia> {
  const body = { kind: 'photo', contentType: 'image/jpeg', size: BYTES.length };
  return (await (await person.call('POST', '/media', body)).json()) as CreatedMedia;
}

/**
 * A refusal comes before the body is read, over a connection of its own. It is lost when the storage closes the connection
 * while the body is under way, as HTTP allows; nothing was taken then, and the request is sent again.
 */
async function put(
  url: string,
  headers: Record<string, string>,
  body: Uint8Array<ArrayBuffer> = new Uint8Array(BYTES),
): Promise<Response> {
  for (let sent = 1; ; sent++) {
    try {
      return await fetch(url, { method: 'PUT', headers: { ...headers, Connection: 'close' }, body });
    } catch (error) {
      if (sent === PUT_TRIES) throw error;
    }
  }
}

/** Sends half of a part and cuts the connection. */
function cutOff(url: string, bytes: Uint8Array): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const sending = request(url, { method: 'PUT', headers: { 'Content-Length': bytes.length } });
  sending.on('error', () => resolve());
  sending.on('close', () => resolve());
  sending.write(bytes.subarray(0, bytes.length / 2), () => sending.destroy());
  return promise;
}

async function untilReady(person: Person, mediaId: string): Promise<Media> {
  for (const start = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, POLL_MS))) {
    const media = (await (await person.call('GET', `/media/${mediaId}`)).json()) as Media;
    if (media.status === 'ready' || media.status === 'failed') return media;
    if (Date.now() - start > PATIENCE_MS) throw new Error(`medium ${mediaId} is still ${media.status}`);
  }
}

describe('an upload URL', () => {
  const url = inject('productUrl');

  it('takes the announced bytes, once, and nothing else', async () => {
    const person = await signUp(url);
    const { mediaId, upload } = await announce(person);
    const { url: to, headers } = upload;
    expect((await put(to, headers, new Uint8Array(BYTES.subarray(1)))).status, 'another length').toBe(403);
    expect((await put(to, { ...headers, 'content-type': 'text/html' })).status, 'another type').toBe(403);
    expect((await put(to, { 'content-type': 'image/jpeg' })).status, 'overwriting').toBe(403);
    expect((await put(to.replace('/original', '/feed.jpeg'), headers)).status, 'another key').toBe(403);
    expect((await put(to.replace('Expires=900', 'Expires=86400'), headers)).status, 'a longer life').toBe(403);
    const other = await announce(person);
    expect((await put(to.replace(mediaId, other.mediaId), headers)).status, 'another medium').toBe(403);
    expect((await put(to, headers)).status, 'as announced').toBe(200);
    expect((await put(to, headers)).status, 'a second time').toBe(412);
    expect((await person.call('POST', `/media/${mediaId}/complete`)).status).toBe(202);
    const media = await untilReady(person, mediaId);
    expect(media).toMatchObject({ status: 'ready', width: 768, height: 512 });
    const photo = await fetch(url + (media.urls?.feed ?? ''), { headers: { Accept: 'image/webp' } });
    expect(photo.headers.get('content-type')).toBe('image/webp');
  });
});

describe('an upload in parts', () => {
  const url = inject('productUrl');

  it('survives a cut connection and a client that forgot everything', async () => {
    const person = await signUp(url);
    const whole = new Uint8Array(PART_BYTES + 1_000);
    whole.set(BYTES);
    const body = { kind: 'photo', contentType: 'image/jpeg', size: whole.length, multipart: true };
    const { mediaId, multipart } = (await (await person.call('POST', '/media', body)).json()) as CreatedMedia;
    const [first] = multipart?.parts ?? [];
    await cutOff(first?.url ?? '', whole.subarray(0, PART_BYTES));
    for (let round = 0; round < 2; round++) {
      const left = (await (await person.call('GET', `/media/${mediaId}/upload`)).json()) as MultipartUpload;
      const part = left.parts.filter(({ etag }) => etag === null).at(-1);
      if (!part) throw new Error('nothing is left to send');
      const sent = await put(part.url, {}, whole.slice(part.offset, part.offset + part.size));
      expect(sent.status).toBe(200);
      const report = { etag: sent.headers.get('etag') };
      expect((await person.call('PUT', `/media/${mediaId}/parts/${part.number}`, report)).status).toBe(204);
    }
    expect((await person.call('POST', `/media/${mediaId}/complete`)).status).toBe(202);
    expect((await untilReady(person, mediaId)).status).toBe('ready');
  });
});

describe('uploads over crashes', () => {
  let product: Product;

  beforeAll(async () => {
    product = await startProduct({ vars: { UPLOAD_URL_SECONDS: '10', MEDIA_LEASE_SECONDS: '1' } });
  });
  afterAll(() => product.stop());

  it('end: an URL of the past is refused', async () => {
    const { upload } = await announce(await signUp(product.url));
    while (Date.now() < Date.parse(upload.expiresAt) + 1_000)
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    expect((await put(upload.url, upload.headers)).status).toBe(403);
  });

  it('lose nothing when the process dies between completing and processing', async () => {
    const person = await signUp(product.url);
    const uploads = await Promise.all([1, 2, 3].map(() => announce(person)));
    for (const { mediaId, upload } of uploads) {
      expect((await put(upload.url, upload.headers)).status).toBe(200);
      expect((await person.call('POST', `/media/${mediaId}/complete`)).status).toBe(202);
    }
    await product.kill9();
    await product.restart();
    for (const { mediaId } of uploads) {
      await person.call('POST', `/media/${mediaId}/complete`);
      expect((await untilReady(person, mediaId)).status).toBe('ready');
    }
  });

  it('lose nothing when nobody completes again: cron finds them', async () => {
    const person = await signUp(product.url);
    const { mediaId, upload } = await announce(person);
    await put(upload.url, upload.headers);
    await person.call('POST', `/media/${mediaId}/complete`);
    await product.kill9();
    await product.restart();
    await product.runCron();
    expect((await untilReady(person, mediaId)).status).toBe('ready');
  });
});
