import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Member, type PlainApi, plainApi } from './support/plain-api.ts';
import { type Product, startProduct } from './support/start-product.ts';

const ROUNDS = 3;
const PUBLISHERS = 4;
/** The first lost message is sent again after half a minute. */
const REPAIRED_WITHIN_MS = 90_000;

let product: Product;
let api: PlainApi;
beforeAll(async () => {
  product = await startProduct({ vars: { LIMIT_POSTS: '1000/3600' } });
  api = plainApi(product.url);
}, 120_000);
afterAll(() => product.stop());

async function idsOf(person: Member, path: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const response = await api.call(
      person.token,
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
async function publishUntilDead(author: Member): Promise<string[]> {
  const acknowledged: string[] = [];
  for (;;) {
    try {
      acknowledged.push(await api.publish(author));
    } catch {
      return acknowledged;
    }
  }
}

describe('a process killed while people publish', () => {
  it('loses no post: each that was committed is in every follower’s feed after the restart', async () => {
    const reader = await api.register('crash.reader');
    const authors = await Promise.all(Array.from({ length: PUBLISHERS }, (_, i) => api.register(`crash.author${i}`)));
    for (const author of authors) await api.call(reader.token, 'POST', `/users/${author.id}/follow`);
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const goal = acknowledged.length + PUBLISHERS;
      const publishing = authors.map(publishUntilDead);
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
