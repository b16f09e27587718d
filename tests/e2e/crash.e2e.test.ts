import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from './support/start-product.ts';

const ROUNDS = 3;
const PUBLISHERS = 4;
/** The first lost message is sent again after half a minute. */
const REPAIRED_WITHIN_MS = 90_000;

let product: Product;
beforeAll(async () => {
  product = await startProduct({ vars: { LIMIT_POSTS: '1000/3600' } });
}, 120_000);
afterAll(() => product.stop());

type Person = { id: string; token: string };

async function call(person: Person | null, method: string, path: string, body?: unknown): Promise<Response> {
  const headers: Record<string, string> = person ? { Authorization: `Bearer ${person.token}` } : {};
  if (body !== undefined && !(body instanceof FormData)) headers['Content-Type'] = 'application/json';
  const payload = body === undefined || body instanceof FormData ? body : JSON.stringify(body);
  return fetch(`${product.url}/api/v1${path}`, {
    method,
    headers,
    ...(payload === undefined ? {} : { body: payload }),
  });
}

async function register(username: string): Promise<Person> {
  const response = await call(null, 'POST', '/users/register', {
    username,
    email: `${username}@example.com`,
    password: 'correct horse battery',
  });
  const { user, accessToken } = (await response.json()) as { user: { id: string }; accessToken: string };
  return { id: user.id, token: accessToken };
}

async function idsOf(person: Person, path: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const response = await call(
      person,
      'GET',
      `${path}${path.includes('?') ? '&' : '?'}limit=100${cursor && `&cursor=${cursor}`}`,
    );
    const page = (await response.json()) as { posts: { id: string }[]; nextCursor: string | null };
    ids.push(...page.posts.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}

/** Publishes one after the other until the process is gone; answers what was acknowledged. */
async function publishUntilDead(author: Person, photo: Blob): Promise<string[]> {
  const acknowledged: string[] = [];
  for (;;) {
    const form = new FormData();
    form.append('images[]', photo, 'photo.jpg');
    try {
      const response = await call(author, 'POST', '/posts', form);
      if (response.status === 201) acknowledged.push(((await response.json()) as { id: string }).id);
      else return acknowledged;
    } catch {
      return acknowledged;
    }
  }
}

describe('a process killed while people publish', () => {
  it('loses no post: each that was committed is in every follower’s feed after the restart', async () => {
    const photo = new Blob([await readFile('tests/fixtures/media/orientation-6.jpg')], { type: 'image/jpeg' });
    const reader = await register('crash.reader');
    const authors = await Promise.all(Array.from({ length: PUBLISHERS }, (_, i) => register(`crash.author${i}`)));
    for (const author of authors) await call(reader, 'POST', `/users/${author.id}/follow`);
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const goal = acknowledged.length + PUBLISHERS;
      const publishing = authors.map((author) => publishUntilDead(author, photo));
      await expect
        .poll(async () => (await idsOf(reader, '/feed?mode=latest')).length, { timeout: 30_000 })
        .toBeGreaterThanOrEqual(goal);
      await product.kill9();
      acknowledged.push(...(await Promise.all(publishing)).flat());
      await product.restart();
    }
    const committed = (await Promise.all(authors.map(({ id }) => idsOf(reader, `/users/${id}/posts`)))).flat();
    expect(committed).toEqual(expect.arrayContaining(acknowledged));
    const wanted = committed.toSorted();
    await expect
      .poll(
        async () => {
          await product.runCron();
          return (await idsOf(reader, '/feed?mode=latest')).toSorted();
        },
        { timeout: REPAIRED_WITHIN_MS, interval: 1_000 },
      )
      .toEqual(wanted);
  }, 240_000);
});
