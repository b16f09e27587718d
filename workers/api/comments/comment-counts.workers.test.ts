import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Comment, Post } from '../../../shared/contracts/index.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';

const PEOPLE = 4;
const STEPS = 60;
/** Acts of one round are sent at once. */
const AT_ONCE = 6;

type Counted = { id: string; parent_id: string | null; state: string; reply_count: number; like_count: number };
type Act = (who: TestUser, post: Post, known: Comment[]) => Promise<Comment | undefined>;

const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(Math.random() * items.length)];

async function write(who: TestUser, post: Post, parentId: string | null): Promise<Comment | undefined> {
  const words = Math.random() < 0.3 ? 'turnip' : 'fine';
  const text = `${words} ${crypto.randomUUID()}`;
  const response = await who.call('POST', `/posts/${post.id}/comments`, { text, parentId });
  return response.ok ? response.json<Comment>() : undefined;
}

function act(method: string, path: (comment: Comment) => string, body?: unknown): Act {
  return async (who, _post, known) => {
    const comment = pick(known);
    if (comment) await who.call(method, path(comment), body);
    return undefined;
  };
}

const ACTS: Act[] = [
  (who, post) => write(who, post, null),
  (who, post, known) => write(who, post, pick(known)?.id ?? null),
  act('PATCH', ({ id }) => `/comments/${id}`, { text: 'changed to something fine' }),
  act('POST', ({ id }) => `/comments/${id}/approve`),
  act('POST', ({ id }) => `/comments/${id}/like`),
  act('DELETE', ({ id }) => `/comments/${id}/like`),
  act('DELETE', ({ id }) => `/comments/${id}`),
];

async function rowsOf<Row>(statement: string, id: string): Promise<Row[]> {
  const databases = [env.SHARD_0, env.SHARD_1, env.SHARD_2, env.SHARD_3];
  const results = await Promise.all(databases.map((database) => database.prepare(statement).bind(id).all<Row>()));
  return results.flatMap((result) => result.results);
}

it('counts equal the rows after writing, answering, editing, approving, liking and deleting at once', async () => {
  const owner = await aUser();
  const people = [owner, ...(await Promise.all(Array.from({ length: PEOPLE - 1 }, () => aUser())))];
  await owner.call('PATCH', '/users/me/settings', { hiddenWords: ['turnip'] });
  const post = await aPost(owner);
  const known: Comment[] = [];
  const script = fc.sample(fc.tuple(fc.nat(PEOPLE - 1), fc.nat(ACTS.length - 1)), STEPS);
  for (let start = 0; start < STEPS; start += AT_ONCE) {
    const written = await Promise.all(
      script.slice(start, start + AT_ONCE).map(([person, what]) => ACTS[what]?.(people[person] ?? owner, post, known)),
    );
    known.push(...written.filter((comment) => comment !== undefined));
  }
  const rows = await rowsOf<Counted>('SELECT * FROM comments WHERE post_id = ?', post.id);
  const published = rows.filter(({ state }) => state === 'published');
  const [{ comment_count: total } = { comment_count: -1 }] = await rowsOf<{ comment_count: number }>(
    'SELECT comment_count FROM posts WHERE id = ?',
    post.id,
  );
  expect(total).toBe(published.length);
  for (const row of rows) {
    expect(row.reply_count).toBe(published.filter(({ parent_id }) => parent_id === row.id).length);
    const likes = await rowsOf('SELECT 1 FROM comment_likes WHERE comment_id = ?', row.id);
    expect(row.like_count).toBe(likes.length);
  }
}, 60_000);
