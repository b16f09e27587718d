import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { FeedPage } from '../../../shared/contracts/index.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, ORIGIN, type TestUser } from '../../../tests/support/a-user.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';
import { signAccessToken } from '../auth/access-token.ts';
import { answerRepeat } from './repeat-feed.ts';

const services = servicesFor(env as unknown as WorkerEnv);

async function aReader() {
  const [reader, author] = await Promise.all([aUser(), aUser()]);
  const post = await aPost(author);
  await reader.call('POST', `/users/${author.user.id}/follow`);
  return { reader, author, post };
}

const requestOf = (path: string, token: string, headers = {}) =>
  new Request(`${ORIGIN}/api/v1${path}`, { headers: { Authorization: `Bearer ${token}`, ...headers } });

const ROUTED = 599;

/** What is answered before routing, or by a route in its place. */
async function repeat(request: Request): Promise<Response | undefined> {
  const execution = createExecutionContext();
  const answered = await answerRepeat(request, services, execution, () => new Response(null, { status: ROUTED }));
  await waitOnExecutionContext(execution);
  return answered;
}

/** Reads as the Worker does, until the page is written and at hand. */
async function warm(reader: TestUser, path: string): Promise<Response> {
  await expect
    .poll(async () => {
      await reader.call('GET', path);
      return (await repeat(requestOf(path, reader.token)))?.status;
    })
    .toBe(200);
  return reader.call('GET', path);
}

describe.each(['latest', 'ranked'])('a first page of the %s feed that is asked for again', (mode) => {
  const path = `/feed?mode=${mode}&limit=5`;

  it('is answered as the route answers it', async () => {
    const { reader } = await aReader();
    const routed = await warm(reader, path);
    const repeated = await repeat(requestOf(path, reader.token));
    expect(await repeated?.json()).toEqual(await routed.json());
    expect((await reader.call('GET', path)).status).toBe(200);
    const names = (response: Response | undefined) => [...(response?.headers.keys() ?? [])].sort();
    expect(names(repeated)).toEqual(names(routed));
    const etag = repeated?.headers.get('ETag') ?? '';
    expect((await repeat(requestOf(path, reader.token, { 'If-None-Match': etag })))?.status).toBe(304);
  });

  it('shows at once what its reader did, and what they may no longer see', async () => {
    const { reader, author, post } = await aReader();
    await warm(reader, path);
    await reader.call('POST', `/posts/${post.id}/like`);
    const liked = await (await reader.call('GET', path)).json<FeedPage>();
    expect(liked.posts.map(({ viewer, counts }) => [viewer.liked, counts.likes])).toEqual([[true, 1]]);
    await warm(reader, path);
    await author.call('POST', `/users/${reader.user.id}/block`);
    expect((await (await reader.call('GET', path)).json<FeedPage>()).posts).toEqual([]);
  });

  it('is answered of posts that memory lost, and by the route when they cannot be read', async () => {
    const { reader, post } = await aReader();
    await warm(reader, path);
    await services.caches.forgetPost(post.id);
    const answered = await repeat(requestOf(path, reader.token));
    expect((await answered?.json<FeedPage>())?.posts.map(({ id }) => id)).toEqual([post.id]);
    await services.caches.forgetPost(post.id);
    const { db } = services.shards.forId(post.id);
    await db.run(sql`ALTER TABLE posts RENAME TO hurt`);
    const routed = await repeat(requestOf(path, reader.token));
    await db.run(sql`ALTER TABLE hurt RENAME TO posts`);
    expect(routed?.status).toBe(ROUTED);
  });

  it('goes through the route for another URL, another token, none, and one that expired', async () => {
    const { reader } = await aReader();
    await warm(reader, path);
    const viewer = { id: reader.user.id, cell: 'weur-1', sessionId: 'session' };
    const other = await signAccessToken(services.config.TOKEN_KEYS, viewer, Date.now(), 60);
    expect(await repeat(requestOf(`${path}&cursor=x`, reader.token))).toBeUndefined();
    expect(await repeat(requestOf(path, other))).toBeUndefined();
    expect(await repeat(new Request(`${ORIGIN}/api/v1${path}`))).toBeUndefined();
    expect(await repeat(new Request(requestOf(path, reader.token), { method: 'HEAD' }))).toBeUndefined();
    const authorization = `Bearer ${reader.token}`;
    const known = services.feedRepeats.find(authorization, `${ORIGIN}/api/v1${path}`, Date.now());
    expect(known).toBeDefined();
    if (known) services.feedRepeats.note(authorization, { ...known, until: Date.now() - 1 }, Date.now());
    expect(await repeat(requestOf(path, reader.token))).toBeUndefined();
  });
});
