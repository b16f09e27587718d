import { describe, expect, it } from 'vitest';
import type { Post } from '../../shared/contracts/index.ts';
import { aPost } from '../support/a-post.ts';
import { aUser, type TestUser } from '../support/a-user.ts';
import { coldIsolate } from '../support/cold-isolate.ts';

const READERS = 200;
const LIVE = { EDGE_CACHE_SECONDS: '0' };

/** Reads posts in a cold isolate. */
function coldReader(vars?: Record<string, string>) {
  const { call, statements } = coldIsolate(vars);
  const read = (postId: string, reader?: TestUser) => call('GET', `/posts/${postId}`, reader?.token);
  return { read, statements };
}

describe(`${READERS} concurrent reads of one cold post`, () => {
  it('by nobody in particular are one D1 query', async () => {
    const post = await aPost(await aUser(), { caption: 'one query' });
    const { read, statements } = coldReader({ EDGE_CACHE_SECONDS: '5' });
    const answers = await Promise.all(Array.from({ length: READERS }, () => read(post.id)));
    for (const answer of answers) expect((await answer.json<Post>()).caption).toBe('one query');
    expect(statements).toHaveLength(1);
  });

  it('are one at a time where nobody may have an answer that is seconds old', async () => {
    const post = await aPost(await aUser());
    const { read, statements } = coldReader(LIVE);
    const answers = await Promise.all(Array.from({ length: READERS }, () => read(post.id)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(statements.length).toBeLessThan(READERS / 10);
    expect(statements.every((sql) => sql.includes('FROM json_each(?) AS wanted JOIN posts'))).toBe(true);
  });

  it('by a member ask D1 neither for the author nor for followers', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const { read, statements } = coldReader();
    const answers = await Promise.all(Array.from({ length: READERS }, () => read(post.id, ben)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(statements.length).toBeLessThan(READERS / 10);
    expect(statements.every((sql) => sql.includes('FROM json_each(?) AS wanted JOIN posts'))).toBe(true);
  });
});

describe('a read of one post, in an isolate that knows it', () => {
  it('sees at once that its author went private, and that others were blocked', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const { read } = coldReader(LIVE);
    expect([(await read(post.id)).status, (await read(post.id, ben)).status]).toEqual([200, 200]);
    await ann.call('PATCH', '/users/me', { isPrivate: true });
    expect([(await read(post.id)).status, (await read(post.id, ben)).status]).toEqual([404, 404]);
    await ann.call('PATCH', '/users/me', { isPrivate: false });
    expect([(await read(post.id)).status, (await read(post.id, ben)).status]).toEqual([200, 200]);
    await ann.call('POST', `/users/${ben.user.id}/block`);
    expect([(await read(post.id)).status, (await read(post.id, ben)).status]).toEqual([200, 404]);
  });

  it('sees at once that its author closed the account', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    const { read } = coldReader(LIVE);
    expect((await read(post.id)).status).toBe(200);
    expect((await ann.call('DELETE', '/users/me', { password: ann.password })).status).toBe(204);
    expect((await read(post.id)).status).toBe(404);
  });
});
