import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Member, type PlainApi, plainApi } from './support/plain-api.ts';
import { seedPeople } from './support/seed-people.ts';
import { type Product, startProduct } from './support/start-product.ts';

const PEOPLE = 2_000;
/** People who act at the same moment; each acts in turn. */
const AT_ONCE = 64;
const PER_CELL = 150;
/** Acknowledged changes before each kill: everybody's and more before the first, then such as meet what was there before. */
const CHANGES = [2_200, 600, 600, 600];
/** Each round begins with other people. */
const STRIDE = 500;
/** A cell reports after a second, a counter writes behind after four, a count is cached for three. */
const SETTLES = { timeout: 30_000, interval: 500 };

let product: Product;
let api: PlainApi;
let likers: Liker[];
beforeAll(async () => {
  // Several cells, and a post that is soon hot, so that likes take every lane.
  product = await startProduct({
    vars: { LIKE_HOT_REPORTS: '4' },
    seed: async (state) => {
      likers = (await seedPeople(state, PEOPLE, PER_CELL)).map((person) => ({ ...person, liked: false }));
    },
  });
  api = plainApi(product.url);
}, 120_000);
afterAll(() => product.stop());

/** The state that was acknowledged last; undefined while a request went unanswered. */
type Liker = Member & { liked: boolean | undefined };

async function read<Body>(person: Member, path: string): Promise<Body> {
  const response = await api.call(person.token, 'GET', path);
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as Body;
}

/** Likes, or takes it back; false when that went unanswered. */
async function toggle(liker: Liker, postId: string): Promise<boolean> {
  const liked = !liker.liked;
  liker.liked = undefined;
  try {
    const response = await api.call(liker.token, liked ? 'POST' : 'DELETE', `/posts/${postId}/like`);
    if (response.status !== 200) return false;
    await response.json();
  } catch {
    return false;
  }
  liker.liked = liked;
  return true;
}

/** One person after the other toggles, many at once; once enough was acknowledged the process is killed in the middle of it. */
async function stormUntilKilled(postId: string, enoughChanges: number, from: number): Promise<void> {
  const { promise: enough, resolve } = Promise.withResolvers<void>();
  let changes = 0;
  const toggling = Array.from({ length: AT_ONCE }, async (_, first) => {
    for (let turn = from + first; ; turn += AT_ONCE) {
      const liker = likers[turn % PEOPLE] as Liker;
      // Who is still asking, one round behind, is let be.
      if (liker.liked !== undefined && !(await toggle(liker, postId))) return;
      changes += 1;
      if (changes >= enoughChanges) resolve();
    }
  });
  await Promise.race([enough, Promise.all(toggling)]);
  expect(changes).toBeGreaterThanOrEqual(enoughChanges);
  await product.kill9();
  await Promise.all(toggling);
}

/** Takes over what went unanswered; what was acknowledged, the list of likers has to agree with. */
async function resolveUnanswered(postId: string): Promise<void> {
  const unanswered = likers.filter(({ liked }) => liked === undefined);
  await Promise.all(
    unanswered.map(async (liker) => {
      const { viewer } = await read<{ viewer: { liked: boolean } }>(liker, `/posts/${postId}`);
      liker.liked = viewer.liked;
    }),
  );
}

async function likersOf(reader: Member, postId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = `limit=100${cursor && `&cursor=${cursor}`}`;
    const page = await read<{ users: Member[]; nextCursor: string | null }>(reader, `/posts/${postId}/likes?${query}`);
    ids.push(...page.users.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids;
}

describe('a storm of likes over a process that is killed', () => {
  it('leaves a count and a list of exactly the people whose like was acknowledged', async () => {
    const author = await api.register('storm.author');
    const postId = await api.publish(author);
    for (const [round, changes] of CHANGES.entries()) {
      await stormUntilKilled(postId, changes, round * STRIDE);
      await product.restart();
      await resolveUnanswered(postId);
    }
    const wanted = likers.flatMap(({ id, liked }) => (liked ? id : [])).toSorted();
    expect(wanted.length).toBeGreaterThan(0);
    await expect.poll(async () => (await likersOf(author, postId)).toSorted(), SETTLES).toEqual(wanted);
    const count = async () => (await read<{ counts: { likes: number } }>(author, `/posts/${postId}`)).counts.likes;
    await expect.poll(count, SETTLES).toBe(wanted.length);
  }, 180_000);
});
