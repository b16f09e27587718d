import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Product, startProduct } from './support/start-product.ts';

const PEOPLE = 200;
const AT_ONCE = 16;
const KILLS = 2;
/** Acknowledged changes between two kills. */
const CHANGES = 400;
/** A cell reports after a second, a counter writes behind after four, a count is cached for three. */
const SETTLES = { timeout: 30_000, interval: 500 };

let product: Product;
beforeAll(async () => {
  // Several cells, and a post that is soon hot, so that likes take every lane.
  product = await startProduct({ vars: { CELL_CAPACITY: '40', LIKE_HOT_REPORTS: '4' } });
}, 120_000);
afterAll(() => product.stop());

type Person = { id: string; token: string };
/** The state that was acknowledged last; undefined while a request went unanswered. */
type Liker = Person & { liked: boolean | undefined };

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

async function read<Body>(person: Person, path: string): Promise<Body> {
  const response = await call(person, 'GET', path);
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Body;
}

async function register(username: string): Promise<Liker> {
  const response = await call(null, 'POST', '/users/register', {
    username,
    email: `${username}@example.com`,
    password: 'correct horse battery',
  });
  if (response.status !== 201) throw new Error(`sign-up answered ${response.status}`);
  const { user, accessToken } = (await response.json()) as { user: { id: string }; accessToken: string };
  return { id: user.id, token: accessToken, liked: false };
}

async function registerAll(): Promise<Liker[]> {
  const people: Liker[] = [];
  for (let first = 0; first < PEOPLE; first += AT_ONCE) {
    const names = Array.from({ length: Math.min(AT_ONCE, PEOPLE - first) }, (_, i) => `storm.fan${first + i}`);
    people.push(...(await Promise.all(names.map(register))));
  }
  return people;
}

async function publish(author: Person): Promise<string> {
  const form = new FormData();
  const photo = new Blob([await readFile('tests/fixtures/media/orientation-6.jpg')], { type: 'image/jpeg' });
  form.append('images[]', photo, 'photo.jpg');
  const response = await call(author, 'POST', '/posts', form);
  if (response.status !== 201) throw new Error(`publishing answered ${response.status}`);
  return ((await response.json()) as { id: string }).id;
}

/** Likes and takes it back in turn until the process is gone, and calls `onChange` for each change that was acknowledged. */
async function toggleUntilDead(liker: Liker, postId: string, onChange: () => void): Promise<void> {
  for (let liked = !liker.liked; ; liked = !liked) {
    liker.liked = undefined;
    try {
      const response = await call(liker, liked ? 'POST' : 'DELETE', `/posts/${postId}/like`);
      if (response.status !== 200) return;
      await response.json();
    } catch {
      return;
    }
    liker.liked = liked;
    onChange();
  }
}

/** Everybody toggles; once enough was acknowledged the process is killed in the middle of it. */
async function stormUntilKilled(likers: readonly Liker[], postId: string): Promise<void> {
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  let changes = 0;
  const toggling = likers.map((liker) =>
    toggleUntilDead(liker, postId, () => {
      changes += 1;
      if (changes >= CHANGES) resolve();
    }),
  );
  await Promise.race([enough, Promise.all(toggling)]);
  expect(changes).toBeGreaterThanOrEqual(CHANGES);
  await product.kill9();
  await Promise.all(toggling);
}

/** Holds what was acknowledged against what each person sees, and takes over what went unanswered. */
async function resolveUnanswered(likers: readonly Liker[], postId: string): Promise<void> {
  for (let first = 0; first < likers.length; first += AT_ONCE) {
    await Promise.all(likers.slice(first, first + AT_ONCE).map((liker) => resolveOne(liker, postId)));
  }
}

async function resolveOne(liker: Liker, postId: string): Promise<void> {
  const { viewer } = await read<{ viewer: { liked: boolean } }>(liker, `/posts/${postId}`);
  if (liker.liked !== undefined) expect(viewer.liked).toBe(liker.liked);
  liker.liked = viewer.liked;
}

async function likersOf(reader: Person, postId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = `limit=100${cursor && `&cursor=${cursor}`}`;
    const page = await read<{ users: Person[]; nextCursor: string | null }>(reader, `/posts/${postId}/likes?${query}`);
    ids.push(...page.users.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}

describe('a storm of likes over a process that is killed', () => {
  it('leaves a count and a list of exactly the people whose like was acknowledged', async () => {
    const author = await register('storm.author');
    const likers = await registerAll();
    const postId = await publish(author);
    for (let round = 0; round < KILLS; round++) {
      await stormUntilKilled(likers, postId);
      await product.restart();
      await resolveUnanswered(likers, postId);
    }
    const wanted = likers.flatMap(({ id, liked }) => (liked ? id : [])).toSorted();
    expect(wanted.length).toBeGreaterThan(0);
    await expect.poll(async () => (await likersOf(author, postId)).toSorted(), SETTLES).toEqual(wanted);
    const count = async () => (await read<{ counts: { likes: number } }>(author, `/posts/${postId}`)).counts.likes;
    await expect.poll(count, SETTLES).toBe(wanted.length);
  }, 180_000);
});
