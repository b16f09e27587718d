import { createScheduledController } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import { describe, expect, it, vi } from 'vitest';
import type { Comment, CreateComment, Draft, Post, PostsPage } from '../../shared/contracts/index.ts';
import { KEEP_MS } from '../../shared/db/idempotency/claim-key.ts';
import { aComment } from '../../tests/support/a-comment.ts';
import { aMedium } from '../../tests/support/a-medium.ts';
import { aPost } from '../../tests/support/a-post.ts';
import { aUser, ORIGIN, type TestUser } from '../../tests/support/a-user.ts';
import { fixture } from '../../tests/support/fixture.ts';
import worker from '../index.ts';
import type { WorkerEnv } from '../services.ts';

const DATABASES = [env.SHARD_0, env.SHARD_1, env.SHARD_2, env.SHARD_3];
const PARALLEL = 8;

const withKey = (key: string) => ({ 'Idempotency-Key': key });
const newKey = () => crypto.randomUUID();

async function onAll(statement: string): Promise<void> {
  for (const database of DATABASES) await database.prepare(statement).run();
}

/** Runs as if the clock stood at a time (Unix ms). */
async function asOf<Value>(time: number, run: () => Promise<Value>): Promise<Value> {
  vi.useFakeTimers({ toFake: ['Date'], now: time });
  try {
    return await run();
  } finally {
    vi.useRealTimers();
  }
}

async function postsOf(user: TestUser): Promise<string[]> {
  const page = await (await user.call('GET', `/users/${user.user.id}/posts`)).json<PostsPage>();
  return page.posts.map(({ id }) => id);
}

describe('a write with an Idempotency-Key', () => {
  it('runs once, and the same request gets the same answer', async () => {
    const ann = await aUser();
    const body = { mediaIds: [await aMedium(ann)], caption: 'once' };
    const key = newKey();
    const first = await ann.call('POST', '/posts', body, withKey(key));
    const again = await ann.call('POST', '/posts', body, withKey(key));
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.text()).toBe(await first.text());
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect(await postsOf(ann)).toHaveLength(1);
  });

  it('is refused with another body or on another path', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const [post, other] = [await aPost(ann), await aPost(ann)];
    const headers = withKey(newKey());
    await ben.call('POST', `/posts/${post.id}/comments`, { text: 'one' }, headers);
    for (const [path, text] of [
      [`/posts/${post.id}/comments`, 'two'],
      [`/posts/${other.id}/comments`, 'one'],
    ]) {
      const response = await ben.call('POST', path ?? '', { text }, headers);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'idempotency-mismatch' });
    }
    // Another person's key is another key.
    expect((await ann.call('POST', `/posts/${post.id}/comments`, { text: 'two' }, headers)).status).toBe(201);
  });

  it('runs once when its retries come at the same time', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    const headers = withKey(newKey());
    const answers = await Promise.all(
      Array.from({ length: PARALLEL }, () => ann.call('POST', `/posts/${post.id}/comments`, { text: 'once' }, headers)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(PARALLEL).fill(201));
    const ids = await Promise.all(answers.map(async (answer) => (await answer.json<Comment>()).id));
    expect(new Set(ids).size).toBe(1);
    const { counts } = await (await ann.call('GET', `/posts/${post.id}`)).json<Post>();
    expect(counts.comments).toBe(1);
  });

  it('answers 409 while the first request still runs, and runs when that one is taken for dead', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    const send = (headers: Record<string, string>) =>
      ann.call('POST', `/posts/${post.id}/comments`, { text: 'mine' }, headers);
    const headers = withKey(newKey());
    const first = await (await send(headers)).json<Comment>();
    await onAll('UPDATE idempotency_keys SET status = NULL');
    const waiting = await send(headers);
    expect(waiting.status).toBe(409);
    expect(waiting.headers.get('retry-after')).toBe('1');
    // It died after its commit: the retry finds what it wrote.
    await onAll('UPDATE idempotency_keys SET locked_until = 0');
    expect((await (await send(headers)).json<Comment>()).id).toBe(first.id);
    const { counts } = await (await ann.call('GET', `/posts/${post.id}`)).json<Post>();
    expect(counts.comments).toBe(1);
  });

  it('finds the post that an earlier run left without an answer', async () => {
    const ann = await aUser();
    const body = { mediaIds: [await aMedium(ann)] };
    const headers = withKey(newKey());
    const first = await (await ann.call('POST', '/posts', body, headers)).json<Post>();
    await onAll('DELETE FROM idempotency_keys');
    const again = await ann.call('POST', '/posts', body, headers);
    expect(again.status).toBe(201);
    expect((await again.json<Post>()).id).toBe(first.id);
    expect(await postsOf(ann)).toEqual([first.id]);
  });

  it('of a draft that was deleted since writes another a day later', async () => {
    const ann = await aUser();
    const headers = withKey(newKey());
    const write = () => ann.call('POST', '/drafts', { caption: 'again' }, headers);
    const { id } = await (await asOf(Date.now() - KEEP_MS, write)).json<Draft>();
    expect((await ann.call('DELETE', `/drafts/${id}`)).status).toBe(204);
    const later = await write();
    expect(later.status).toBe(201);
    expect((await later.json<Draft>()).id).not.toBe(id);
  });

  it('counts the day from the writing of a draft, not from its publication', async () => {
    const ann = await aUser();
    const headers = withKey(newKey());
    const body = { mediaIds: [await aMedium(ann)], caption: 'late' };
    const { id } = await (
      await asOf(Date.now() - KEEP_MS, () => ann.call('POST', '/drafts', body, headers))
    ).json<Draft>();
    expect((await ann.call('POST', `/drafts/${id}/publish`)).status).toBe(201);
    // It writes anew, and its medium is in the post.
    expect((await ann.call('POST', '/drafts', body, headers)).status).toBe(409);
  });

  type Writing = { path: string; body: unknown; count: () => Promise<number>; before: number };

  type Prepare = (ann: TestUser) => Promise<Writing>;

  const OF_WORDS: [string, Prepare][] = [
    ['comment', async (ann) => aCommentOn(ann, await aPost(ann))],
    [
      'answer',
      async (ann) => {
        const post = await aPost(ann);
        const { id: parentId } = await aComment(ann, post.id);
        return { ...aCommentOn(ann, post, { parentId }), before: 1 };
      },
    ],
    [
      'collection',
      async (ann) => {
        const count = () => countIn(ann, '/collections', 'collections');
        return { path: '/collections', body: { name: 'Seaside' }, count, before: 0 };
      },
    ],
    [
      'message',
      async (ann) => {
        const ben = await aUser();
        const opened = await ann.call('POST', '/conversations', { userId: ben.user.id });
        const path = `/conversations/${(await opened.json<{ id: string }>()).id}/messages`;
        return { path, body: { text: 'hello' }, count: () => countIn(ben, path, 'messages'), before: 0 };
      },
    ],
  ];

  describe.each<[string, Prepare]>([
    ...OF_WORDS,
    [
      'draft',
      async (ann) => {
        const count = () => countIn(ann, '/drafts', 'drafts');
        return { path: '/drafts', body: { mediaIds: [await aMedium(ann)] }, count, before: 0 };
      },
    ],
  ])('of a %s', (_what, prepare) => {
    it('finds what an earlier run left without an answer, and writes no second one', async () => {
      const ann = await aUser();
      const { path, body, count, before } = await prepare(ann);
      const headers = withKey(newKey());
      const first = await ann.call('POST', path, body, headers);
      expect(first.status).toBe(201);
      await onAll('DELETE FROM idempotency_keys');
      const again = await ann.call('POST', path, body, headers);
      expect(again.status).toBe(201);
      expect((await again.json<{ id: string }>()).id).toBe((await first.json<{ id: string }>()).id);
      expect(await count()).toBe(before + 1);
    });
  });

  describe.each<[string, Prepare]>([
    ...OF_WORDS,
    [
      'draft of words',
      async (ann) => ({
        path: '/drafts',
        body: { caption: 'Kept' },
        count: () => countIn(ann, '/drafts', 'drafts'),
        before: 0,
      }),
    ],
    [
      'post with its photos',
      async (ann) => ({
        path: '/posts',
        body: aForm('once'),
        count: async () => (await postsOf(ann)).length,
        before: 0,
      }),
    ],
  ])('of a %s', (_what, prepare) => {
    it('holds for a day from its writing, and writes anew after that', async () => {
      const ann = await aUser();
      const { path, body, count, before } = await prepare(ann);
      const headers = withKey(newKey());
      const writtenAt = Date.now() - KEEP_MS;
      const writeAt = (time: number) => asOf(time, () => send(ann, path, body, headers));
      const first = await writeAt(writtenAt);
      const again = await writeAt(writtenAt + KEEP_MS - 1);
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(await again.text()).toBe(await first.text());
      // The answer was lost: what was written tells.
      await onAll('DELETE FROM idempotency_keys');
      await writeAt(writtenAt + KEEP_MS - 1);
      expect(await count()).toBe(before + 1);
      await onAll('DELETE FROM idempotency_keys');
      expect((await writeAt(writtenAt + KEEP_MS)).status).toBe(201);
      expect(await count()).toBe(before + 2);
    });
  });

  /** A photo and its words, sent along with the post. */
  function aForm(caption: string): FormData {
    const form = new FormData();
    form.append('caption', caption);
    form.append('images[]', new File([fixture('progressive.jpg')], 'a.jpg', { type: 'image/jpeg' }));
    return form;
  }

  function send(
    { token, call }: TestUser,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Response> {
    if (!(body instanceof FormData)) return call('POST', path, body, headers);
    const init = { method: 'POST', headers: { Authorization: `Bearer ${token}`, ...headers }, body };
    return exports.default.fetch(`${ORIGIN}/api/v1${path}`, init);
  }

  function aCommentOn(ann: TestUser, { id }: Post, given: Partial<CreateComment> = {}): Writing {
    const count = async () => (await (await ann.call('GET', `/posts/${id}`)).json<Post>()).counts.comments;
    return { path: `/posts/${id}/comments`, body: { text: 'mine', ...given }, count, before: 0 };
  }

  async function countIn(reader: TestUser, path: string, list: string): Promise<number> {
    const page = await (await reader.call('GET', path)).json<Record<string, unknown[]>>();
    return page[list]?.length ?? 0;
  }

  it('that was refused leaves its key free', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    const headers = withKey(newKey());
    expect((await ann.call('POST', `/posts/${post.id}/comments`, { text: '' }, headers)).status).toBe(422);
    expect((await ann.call('POST', `/posts/${post.id}/comments`, { text: 'better' }, headers)).status).toBe(201);
  });

  it('knows a form by its fields, whatever its boundary', async () => {
    const ann = await aUser();
    const key = newKey();
    const sendForm = (caption: string) => send(ann, '/posts', aForm(caption), withKey(key));
    const first = await sendForm('form');
    expect(first.status).toBe(201);
    expect(await (await sendForm('form')).text()).toBe(await first.text());
    expect((await sendForm('other')).status).toBe(422);
    expect(await postsOf(ann)).toHaveLength(1);
  });

  it('knows a form whose type is capitalised', async () => {
    const ann = await aUser();
    const key = newKey();
    const sendForm = async () => {
      const form = new Request(ORIGIN, { method: 'POST', body: aForm('form') });
      const type = form.headers.get('content-type')?.replace('multipart/form-data', 'Multipart/Form-Data') ?? '';
      return exports.default.fetch(`${ORIGIN}/api/v1/posts`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${ann.token}`, 'Content-Type': type, ...withKey(key) },
        body: await form.arrayBuffer(),
      });
    };
    const first = await sendForm();
    expect(first.status).toBe(201);
    expect(await (await sendForm()).text()).toBe(await first.text());
    expect(await postsOf(ann)).toHaveLength(1);
  });

  it('does not count against the limit when it is answered again, and an answer without a body stays so', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const headers = withKey(newKey());
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await ann.call('POST', `/users/${ben.user.id}/mute`, undefined, headers));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    const follow = withKey(newKey());
    const first = await ann.call('POST', `/users/${ben.user.id}/follow`, undefined, follow);
    await ann.call('POST', `/users/${ben.user.id}/follow`, undefined, follow);
    const next = await ann.call('POST', `/users/${ben.user.id}/follow`);
    const remaining = ({ headers: found }: Response) => Number(found.get('ratelimit-remaining'));
    expect(remaining(first) - remaining(next)).toBe(1);
  });

  it('is refused with a key that is none', async () => {
    const ann = await aUser();
    for (const key of ['', 'a b', 'x'.repeat(256)]) {
      expect((await ann.call('POST', '/posts', {}, withKey(key))).status).toBe(400);
    }
  });

  it('is forgotten after a day', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    const headers = withKey(newKey());
    await ann.call('POST', `/posts/${post.id}/comments`, { text: 'one' }, headers);
    await onAll(`UPDATE idempotency_keys SET created_at = created_at - ${KEEP_MS}`);
    const controller = createScheduledController({ scheduledTime: new Date(), cron: '* * * * *' });
    await worker.scheduled(controller, env as unknown as WorkerEnv);
    const rows = await Promise.all(
      DATABASES.map((database) => database.prepare('SELECT count(*) AS n FROM idempotency_keys').first<number>('n')),
    );
    expect(rows).toEqual([0, 0, 0, 0]);
    expect((await ann.call('POST', `/posts/${post.id}/comments`, { text: 'two' }, headers)).status).toBe(201);
  });
});
