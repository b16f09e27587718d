import { exports } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { Session } from '../../shared/contracts/index.ts';
import { aMedium } from '../support/a-medium.ts';
import { aPost } from '../support/a-post.ts';
import { aUser, callApi, ORIGIN, type TestUser } from '../support/a-user.ts';
import { fixture } from '../support/fixture.ts';

const PARALLEL = 200;
/** Each is published with both tokens. */
const DRAFTS = PARALLEL / 4;
/** Of wrangler.toml, and of this project in vitest.config.ts. */
const LIMITS = { posts: 10, likes: 37, comments: 41, follows: 23, shares: 29, edits: 27, messages: 31, reads: 50 };

/** Sends them all at once; answers how many passed, having looked at each refusal. */
async function countPassed(send: (index: number) => Promise<Response>): Promise<number> {
  const answers = await Promise.all(Array.from({ length: PARALLEL }, (_, index) => send(index)));
  for (const answer of answers) {
    if (answer.status === 429) {
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(answer.headers.get('ratelimit-remaining')).toBe('0');
      expect(Number(answer.headers.get('ratelimit-limit'))).toBeGreaterThan(0);
      expect(Number(answer.headers.get('ratelimit-reset'))).toBeGreaterThan(0);
    } else {
      expect(answer.ok, `status ${answer.status}`).toBe(true);
    }
  }
  return answers.filter(({ ok }) => ok).length;
}

/** The same person with a second log-in: another token, the same limits. */
async function withSecondToken(user: TestUser): Promise<TestUser['call'][]> {
  const response = await callApi('POST', '/users/login', { login: user.user.username, password: user.password });
  const { accessToken } = await response.json<Session>();
  const call: TestUser['call'] = (method, path, body, headers) =>
    callApi(method, path, body, { Authorization: `Bearer ${accessToken}`, ...headers });
  return [user.call, call];
}

function sendForm(user: TestUser): Promise<Response> {
  const form = new FormData();
  form.append('images[]', new File([fixture('progressive.jpg')], 'a.jpg', { type: 'image/jpeg' }));
  const headers = { Authorization: `Bearer ${user.token}` };
  return exports.default.fetch(`${ORIGIN}/api/v1/posts`, { method: 'POST', headers, body: form });
}

describe(`of ${PARALLEL} parallel requests exactly the limit pass`, () => {
  it('for posts, as JSON and as forms together', async () => {
    const ann = await aUser();
    const media: string[] = [];
    for (let i = 0; i < PARALLEL; i += 2) media.push(await aMedium(ann));
    const passed = await countPassed((index) => {
      const mediaId = media[index >> 1];
      return index % 2 ? sendForm(ann) : ann.call('POST', '/posts', { mediaIds: [mediaId] });
    });
    expect(passed).toBe(LIMITS.posts);
  }, 60_000);

  it('for posts, from drafts and at once together, with two tokens', async () => {
    const ann = await aUser();
    const paths: string[] = [];
    const media: string[] = [];
    for (let i = 0; i < DRAFTS; i++) {
      const draft = await ann.call('POST', '/drafts', { mediaIds: [await aMedium(ann)] });
      paths.push(`/drafts/${(await draft.json<{ id: string }>()).id}/publish`);
      media.push(await aMedium(ann), await aMedium(ann));
    }
    const calls = await withSecondToken(ann);
    const passed = await countPassed((i) => {
      const call = calls[i % 2] ?? ann.call;
      const draft = i >> 2;
      if ((i >> 1) % 2) return call('POST', '/posts', { mediaIds: [media[2 * draft + (i % 2)]] });
      return call('POST', paths[draft] ?? '');
    });
    expect(passed).toBe(LIMITS.posts);
  }, 60_000);

  it('for likes, of posts and comments together, with two tokens', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const comment = await (await ann.call('POST', `/posts/${post.id}/comments`, { text: 'hm' })).json<{ id: string }>();
    const calls = await withSecondToken(ben);
    const paths = [`/posts/${post.id}/like`, `/comments/${comment.id}/like`];
    const passed = await countPassed((i) => (calls[i % 2] ?? ben.call)('POST', paths[(i >> 1) % 2] ?? ''));
    expect(passed).toBe(LIMITS.likes);
  }, 60_000);

  it('for likes, each with an Idempotency-Key of its own, with two tokens', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const posts: string[] = [];
    for (let i = 0; i < LIMITS.posts; i++) posts.push((await aPost(ann)).id);
    const calls = await withSecondToken(ben);
    const passed = await countPassed((i) => {
      const path = `/posts/${posts[(i >> 1) % posts.length]}/like`;
      return (calls[i % 2] ?? ben.call)('POST', path, undefined, { 'Idempotency-Key': crypto.randomUUID() });
    });
    expect(passed).toBe(LIMITS.likes);
  }, 60_000);

  it('for edits of posts, of whichever, with two tokens', async () => {
    const ann = await aUser();
    const posts = [await aPost(ann), await aPost(ann)];
    const calls = await withSecondToken(ann);
    const passed = await countPassed((i) => {
      const path = `/posts/${posts[(i >> 1) % 2]?.id}`;
      return (calls[i % 2] ?? ann.call)('PATCH', path, { caption: `words of number ${i}` });
    });
    expect(passed).toBe(LIMITS.edits);
  }, 60_000);

  it('for comments, on both paths, with two tokens', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const calls = await withSecondToken(ben);
    const passed = await countPassed((i) => {
      const path = `/posts/${post.id}/${(i >> 1) % 2 ? 'comment' : 'comments'}`;
      return (calls[i % 2] ?? ben.call)('POST', path, { text: `comment number ${i}` });
    });
    expect(passed).toBe(LIMITS.comments);
    const { counts } = await (await ann.call('GET', `/posts/${post.id}`)).json<{ counts: { comments: number } }>();
    expect(counts.comments).toBe(LIMITS.comments);
  }, 60_000);

  it('for follows, with two tokens', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const calls = await withSecondToken(ben);
    const passed = await countPassed((i) => {
      const headers: Record<string, string> = (i >> 1) % 2 ? { 'Idempotency-Key': crypto.randomUUID() } : {};
      return (calls[i % 2] ?? ben.call)('POST', `/users/${ann.user.id}/follow`, undefined, headers);
    });
    expect(passed).toBe(LIMITS.follows);
  }, 60_000);

  it('for reposts, with two tokens', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const calls = await withSecondToken(ben);
    const passed = await countPassed((i) => (calls[i % 2] ?? ben.call)('POST', `/posts/${post.id}/share`));
    expect(passed).toBe(LIMITS.shares);
  }, 60_000);

  it('for messages, with two tokens; a post sent to people counts among them', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    await ann.call('POST', `/users/${ben.user.id}/follow`);
    const { id } = await (await ben.call('POST', '/conversations', { userId: ann.user.id })).json<{ id: string }>();
    const calls = await withSecondToken(ben);
    const path = `/conversations/${id}/messages`;
    const passed = await countPassed((i) => (calls[i % 2] ?? ben.call)('POST', path, { text: `message ${i}` }));
    expect(passed).toBe(LIMITS.messages);
    const share = await ben.call('POST', `/posts/${post.id}/share`, { toUserIds: [ann.user.id] });
    expect(await share.json()).toMatchObject({ status: 429, detail: expect.stringContaining(`${LIMITS.messages}`) });
    // The share itself would have been allowed: what is left is told of the limit that refused.
    const told = ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) => share.headers.get(name));
    expect(told).toEqual([`${LIMITS.messages}`, '0', share.headers.get('Retry-After')]);
    const { messages } = await (await ann.call('GET', `${path}?limit=100`)).json<{ messages: [] }>();
    expect(messages).toHaveLength(LIMITS.messages);
  }, 60_000);

  it('for messages, of which a share that is refused takes none, and one that is sent as many as go', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    const people = await Promise.all(Array.from({ length: 6 }, () => aUser()));
    const ids = people.map(({ user }) => user.id);
    const [full, ...others] = ids;
    const share = (toUserIds: unknown[]) => ann.call('POST', `/posts/${post.id}/share`, { toUserIds });
    const { id } = await (await ann.call('POST', '/conversations', { userId: full })).json<{ id: string }>();
    let taken = 3;
    for (let n = 0; n < taken; n++) await ann.call('POST', `/conversations/${id}/messages`, { text: `hello ${n}` });
    for (let n = 0; n < 4; n++) {
      expect((await share([full])).status).toBe(403);
      expect((await share([...others, ann.user.id])).status).toBe(422);
    }
    for (; taken + others.length <= LIMITS.messages; taken += others.length) {
      // Each of the others follows, so that none of them is a request.
      if (taken === 3) for (const person of people.slice(1)) await person.call('POST', `/users/${ann.user.id}/follow`);
      expect((await share(ids)).status).toBe(201);
    }
    expect((await share(ids)).status).toBe(429);
    const left = others.slice(0, LIMITS.messages - taken);
    expect((await share(left)).status).toBe(201);
    expect((await share(others.slice(0, 1))).status).toBe(429);
  }, 60_000);

  it('for reads by nobody in particular from one network; others and members read on', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    const from = (address: string) => ({ 'CF-Connecting-IP': address });
    const paths = [`/posts/${post.id}`, `/posts/${post.id}/comments`, `/users/${ann.user.id}`, '/hashtags/light/posts'];
    // The last 64 bits of an IPv6 address are the subscriber's to change.
    const passed = await countPassed((i) =>
      callApi('GET', paths[i % paths.length] ?? '', undefined, from(`2001:db8:1:1::${i.toString(16)}`)),
    );
    expect(passed).toBe(LIMITS.reads);
    expect((await callApi('GET', paths[0] ?? '', undefined, from('2001:db8:1:2::1'))).status).toBe(200);
    expect((await ann.call('GET', paths[0] ?? '', undefined, from('2001:db8:1:1::1'))).status).toBe(200);
    const page = await exports.default.fetch(`${ORIGIN}/p/${post.id}`, { headers: from('2001:db8:1:1::1') });
    expect(page.status).toBe(429);
  }, 60_000);
});
