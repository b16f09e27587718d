import { describe, expect, it } from 'vitest';
import type { Post } from '../../../shared/contracts/index.ts';
import { aMedium } from '../../../tests/support/a-medium.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';

const LIMIT = 10;

const limitHeaders = ({ headers }: Response) =>
  ['limit', 'remaining', 'reset'].map((name) => Number(headers.get(`ratelimit-${name}`)));

async function publish(author: TestUser, body: Record<string, unknown> = {}): Promise<Response> {
  return author.call('POST', '/posts', { mediaIds: [await aMedium(author)], ...body });
}

describe('the answer to publishing', () => {
  it('is what everybody reads afterwards, in the same order', async () => {
    const [ann, ben, cas] = await Promise.all([aUser(), aUser(), aUser()]);
    const mediaIds = [await aMedium(ann), await aMedium(ann)];
    const names = [cas, ben].map(({ user }) => `@${user.username}`).join(' ');
    const bodies = [
      {
        caption: 'Abend #sea #𝒜lps #Ａbend #zoo #étude',
        location: { lat: 1.5, lon: -2.25, name: 'Pier' },
        hideLikes: true,
      },
      { caption: `with ${names}`, commentsOff: true },
      {
        mediaIds,
        people: [
          { mediaId: mediaIds[1], userId: cas.user.id, x: 0.25, y: 1 },
          { mediaId: mediaIds[0], userId: ben.user.id, x: 0, y: 0.5 },
        ],
      },
      {},
    ];
    for (const body of bodies) {
      const response = await publish(ann, body);
      expect(response.status).toBe(201);
      const post = await response.json<Post>();
      expect(response.headers.get('location')).toBe(`/api/v1/posts/${post.id}`);
      // An edit makes a new revision, which is read from D1.
      await ann.call('PATCH', `/posts/${post.id}`, { commentsOff: post.commentsOff });
      const read = await (await ann.call('GET', `/posts/${post.id}`)).json<Post>();
      expect({ ...read, editedAt: null }).toEqual(post);
    }
  });

  it('carries what is left of the limit, whatever became of the attempt, and 429 past it', async () => {
    const ann = await aUser();
    const media = await aMedium(ann);
    const bodies = [{ mediaIds: [media] }, { mediaIds: [media] }, { mediaIds: ['0000000000000'] }];
    const statuses = [201, 409, 422];
    for (const [at, body] of bodies.entries()) {
      const response = await publish(ann, body);
      expect(response.status).toBe(statuses[at]);
      const [limit, remaining, reset = 0] = limitHeaders(response);
      expect([limit, remaining]).toEqual([LIMIT, LIMIT - 1 - at]);
      expect(reset).toBeGreaterThan(3_500);
    }
    for (let nth = bodies.length; nth < LIMIT; nth++) expect((await publish(ann)).status).toBe(201);
    for (const body of [{}, { caption: 'hello @nobody' }]) {
      const response = await publish(ann, body);
      expect(response.status).toBe(429);
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(3_500);
      expect(limitHeaders(response).slice(0, 2)).toEqual([LIMIT, 0]);
    }
  });

  it('counts drafts that are published by the same limit', async () => {
    const ann = await aUser();
    await publish(ann);
    const draft = await (await ann.call('POST', '/drafts', { mediaIds: [await aMedium(ann)] })).json<Post>();
    const response = await ann.call('POST', `/drafts/${draft.id}/publish`);
    expect(response.status).toBe(201);
    expect(limitHeaders(response).slice(0, 2)).toEqual([LIMIT, LIMIT - 2]);
  });
});
