import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PlainApi, plainApi } from './support/plain-api.ts';
import { type Product, startProduct } from './support/start-product.ts';

const POSTS = 4;
const READERS = 200;
/** Readers who begin the load and do not wait for it. */
const BROKEN_OFF = 5;
const ROUNDS = 3;
const OPERATOR_KEY = 'rimlight-local-operator-key';

type Counts = { misses: number; collapsed: number };
type Page = { posts: { id: string }[] };

/** Loads of one post that a stampede over HTTP may make when no answer may be old: one after the other while it arrives. */
const MOST_LOADS = READERS / 4;
const VARS = { LIMIT_READS_BY_ADDRESS: '1000000/3600' };

let product: Product;
let api: PlainApi;
beforeAll(async () => {
  product = await startProduct({ vars: { ...VARS, EDGE_CACHE_SECONDS: '0' } });
  api = plainApi(product.url);
}, 120_000);
afterAll(() => product.stop());

async function postLoads(of = api): Promise<Counts> {
  const response = await of.call(OPERATOR_KEY, 'GET', '/admin/caches');
  expect(response.status).toBe(200);
  return ((await response.json()) as { posts: Counts }).posts;
}

/** Everybody at once: how many answers had which status, and the text of a failed one. */
async function stampede(
  token: string | null,
  path: string,
  of = api,
): Promise<{ statuses: number[]; failure: string }> {
  const answers = await Promise.all(
    Array.from({ length: READERS }, async () => {
      const response = await of.call(token, 'GET', path);
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
  const author = await api.register('stampede.author');
  const reader = await api.register('stampede.reader');
  expect((await api.call(reader.token, 'POST', `/users/${author.id}/follow`)).status).toBe(200);
  const posts: string[] = [];
  for (let nth = 0; nth < POSTS; nth++) posts.push(await api.publish(author));
  const feed = `/feed?mode=latest&limit=${POSTS}`;
  const inFeed = async () =>
    ((await (await api.call(reader.token, 'GET', feed)).json()) as Page).posts.map(({ id }) => id).toSorted();
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
  // So many seconds that none ends during its stampede, however slow the machine is.
  await product.kill9();
  const deployed = await startProduct({ state: product.state, vars: { ...VARS, EDGE_CACHE_SECONDS: '60' } });
  const deployedApi = plainApi(deployed.url);
  try {
    for (const post of posts) {
      const before = await postLoads(deployedApi);
      expect(await stampede(null, `/posts/${post}`, deployedApi)).toEqual({ statuses: [200], failure: '' });
      expect((await postLoads(deployedApi)).misses - before.misses).toBe(1);
    }
  } finally {
    await deployed.stop();
  }
}, 180_000);
