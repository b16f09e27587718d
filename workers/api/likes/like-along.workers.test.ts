import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { LikeAnswer, Problem } from '../../../shared/contracts/index.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, ORIGIN, type TestUser } from '../../../tests/support/a-user.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';
import { signAccessToken } from '../auth/access-token.ts';
import { likeAlong } from './like-along.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const OTHERS = ['GET', 'PUT', 'HEAD'];

async function aFan() {
  const [fan, author] = await Promise.all([aUser(), aUser()]);
  const post = await aPost(author);
  return { fan, author, post, path: `/posts/${post.id}/like` };
}

const requestOf = (method: string, path: string, token: string, init: RequestInit = {}) =>
  new Request(`${ORIGIN}/api/v1${path}`, {
    ...init,
    method,
    headers: { Authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) },
  });

const noRoute = () => {
  throw new Error('went through the routes');
};

/** Likes and takes it back through the routes, so that the cell is known, and about to commit again. */
async function warm(fan: TestUser, path: string): Promise<void> {
  await fan.call('POST', path);
  await fan.call('DELETE', path);
}

/** A like that goes along with a commit: tried until one is coming. */
async function along(fan: TestUser, method: string, path: string, route: () => Response = noRoute): Promise<Response> {
  for (;;) {
    await warm(fan, path);
    const answer = likeAlong(requestOf(method, path, fan.token), services, route);
    if (answer) return answer;
  }
}

describe('a like that goes along before routing', () => {
  it.each(['POST', 'DELETE'])('is answered to %s as the route answers it', async (method) => {
    const { fan, path } = await aFan();
    const before = await along(fan, method, path);
    const routed = await fan.call(method, path, undefined, { 'Idempotency-Key': 'routed' });
    expect(await before.json()).toEqual({ liked: method === 'POST', likes: method === 'POST' ? 1 : 0 });
    const names = ({ headers }: Response) => [...headers.keys()].sort();
    expect([before.status, names(before)]).toEqual([routed.status, names(routed)]);
  });

  it('counts once, and hides the count from all but the author', async () => {
    const { fan, author, path, post } = await aFan();
    await author.call('PATCH', `/posts/${post.id}`, { hideLikes: true });
    const readAlong = async (user: TestUser) => (await along(user, 'POST', path)).json<LikeAnswer>();
    await expect.poll(() => readAlong(fan)).toEqual({ liked: true, likes: null });
    await expect.poll(async () => (await readAlong(author)).likes, { timeout: 10_000 }).toBe(2);
  });

  it('is refused by the route, and is one attempt all the same', async () => {
    const { fan, author, path } = await aFan();
    await warm(fan, path);
    await author.call('POST', `/users/${fan.user.id}/block`);
    const left = async (response: Response) => Number(response.headers.get('RateLimit-Remaining'));
    const statuses: number[] = [];
    let remaining = await left(await fan.call('POST', path));
    for (let tries = 0; tries < 5; tries++) {
      const response = await fan.call('POST', path);
      statuses.push(response.status);
      expect(await response.json<Problem>()).toMatchObject({ code: 'not-found' });
      expect(await left(response)).toBe(remaining - 1);
      remaining -= 1;
    }
    expect(new Set(statuses)).toEqual(new Set([404]));
  });

  it('goes through the routes when anything is unlike: method, path, token, key, body, host', async () => {
    const { fan, path, post } = await aFan();
    await warm(fan, path);
    const viewer = { id: fan.user.id, cell: 'weur-1', sessionId: 'session' };
    const keys = services.config.TOKEN_KEYS;
    const unseen = await signAccessToken(keys, viewer, Date.now(), 60);
    const requests = [
      ...OTHERS.map((method) => requestOf(method, path, fan.token)),
      requestOf('POST', `${path}?x=1`, fan.token),
      requestOf('POST', `/posts/${post.id}/save`, fan.token),
      requestOf('POST', '/posts/0000000000000/like', fan.token),
      requestOf('POST', path, unseen),
      requestOf('POST', path, fan.token, { headers: { 'Idempotency-Key': 'k' } }),
      requestOf('POST', path, fan.token, { body: '{}', headers: { 'Content-Length': '2' } }),
      new Request(`${ORIGIN}/api/v1${path}`, { method: 'POST' }),
      new Request(`https://else.example/api/v1${path}`, requestOf('POST', path, fan.token)),
    ];
    for (const request of requests) expect(likeAlong(request, services, noRoute)).toBeUndefined();
  });
});
