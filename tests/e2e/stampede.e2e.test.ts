import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Product, startProduct } from './support/start-product.ts';

const POSTS = 4;
const READERS = 200;
/** Readers who begin the load and do not wait for it. */
const BROKEN_OFF = 5;
const ROUNDS = 3;
const OPERATOR_KEY = 'rimlight-local-operator-key';

type Person = { id: string; token: string };
type Counts = { misses: number; collapsed: number };
type Page = { posts: { id: string }[] };

/** Loads of one post that a stampede over HTTP may make when no answer may be old: one after the other while it arrives. */
const MOST_LOADS = READERS / 4;
const VARS = { LIMIT_READS_BY_ADDRESS: '1000000/3600' };

let product: Product;
beforeAll(async () => {
  product = await startProduct({ vars: { ...VARS, EDGE_CACHE_SECONDS: '0' } });
}, 120_000);
afterAll(() => product.stop());

async function call(
  token: string | null,
  method: string,
  path: string,
  body?: unknown,
  { url } = product,
): Promise<Response> {
  const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
  if (body !== undefined && !(body instanceof FormData)) headers['Content-Type'] = 'application/json';
  const payload = body === undefined || body instanceof FormData ? body : JSON.stringify(body);
  return fetch(`${url}/api/v1${path}`, {
    method,
    headers,
    ...(payload === undefined ? {} : { body: payload }),
  });
}

async function register(username: string): Promise<Person> {
  const password = 'correct horse battery';
  const response = await call(null, 'POST', '/users/register', {
    username,
    email: `${username}@example.com`,
    password,
  });
  expect(response.status).toBe(201);
  const { user, accessToken } = (await response.json()) as { user: { id: string }; accessToken: string };
  return { id: user.id, token: accessToken };
}

async function publish(author: Person): Promise<string> {
  const form = new FormData();
  const photo = new Blob([await readFile('tests/fixtures/media/orientation-6.jpg')], { type: 'image/jpeg' });
  form.append('images[]', photo, 'photo.jpg');
  const response = await call(author.token, 'POST', '/posts', form);
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

async function postLoads(of = product): Promise<Counts> {
  const response = await call(OPERATOR_KEY, 'GET', '/admin/caches', undefined, of);
  expect(response.status).toBe(200);
  return ((await response.json()) as { posts: Counts }).posts;
}

/** Everybody at once: how many answers had which status, and the text of a failed one. */
async function stampede(
  token: string | null,
  path: string,
  of = product,
): Promise<{ statuses: number[]; failure: string }> {
  const answers = await Promise.all(
    Array.from({ length: READERS }, async () => {
      const response = await call(token, 'GET', path, undefined, of);
      return { status: response.status, text: await response.text() };
    }),
  );
  const statuses = [...new Set(answers.map(({ status }) => status))];
  return { statuses, failure: answers.find(({ status }) => status !== 200)?.text ?? '' };
}

/** Sends a request and goes away before it is answered. */
async function breakOff(token: string, path: string): Promise<void> {
  const { hostname, port } = new URL(product.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const request = `GET /api/v1${path} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${token}\r\n\r\n`;
  socket.write(request, () => socket.destroy());
  await once(socket, 'close');
}

it('a stampede on cold posts and a cold feed is answered, and loads what it reads once', async () => {
  const author = await register('stampede.author');
  const reader = await register('stampede.reader');
  expect((await call(reader.token, 'POST', `/users/${author.id}/follow`)).status).toBe(200);
  const posts: string[] = [];
  for (let nth = 0; nth < POSTS; nth++) posts.push(await publish(author));
  const feed = `/feed?mode=latest&limit=${POSTS}`;
  const inFeed = async () =>
    ((await (await call(reader.token, 'GET', feed)).json()) as Page).posts.map(({ id }) => id).toSorted();
  await expect.poll(inFeed, { timeout: 20_000 }).toEqual(posts.toSorted());
  for (let round = 0; round < ROUNDS; round++) {
    await product.kill9();
    await product.restart();
    await Promise.all(Array.from({ length: BROKEN_OFF }, () => breakOff(reader.token, feed)));
    expect(await stampede(reader.token, feed)).toEqual({ statuses: [200], failure: '' });
    expect((await postLoads()).misses).toBe(POSTS);
    for (const post of posts) {
      const before = await postLoads();
      expect(await stampede(null, `/posts/${post}`)).toEqual({ statuses: [200], failure: '' });
      // These read the row itself, never a card at hand: they share the load that begins once the one before has ended.
      const { misses, collapsed } = await postLoads();
      expect(misses - before.misses + collapsed - before.collapsed).toBe(READERS);
      expect(misses - before.misses).toBeLessThanOrEqual(MOST_LOADS);
    }
  }
  // As it is deployed, anonymous answers may be seconds old: the first one is everybody's.
  await product.kill9();
  const deployed = await startProduct({ state: product.state, vars: VARS });
  try {
    for (const post of posts) {
      const before = await postLoads(deployed);
      expect(await stampede(null, `/posts/${post}`, deployed)).toEqual({ statuses: [200], failure: '' });
      expect((await postLoads(deployed)).misses - before.misses).toBe(1);
    }
  } finally {
    await deployed.stop();
  }
}, 180_000);
