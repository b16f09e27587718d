import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { type FeedPage, feedPageSchema } from '../../../shared/contracts/index.ts';
import type { SlotRequest, SlotSource } from '../../../shared/domain/ranking/slots.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';
import { type Services, servicesFor, type WorkerEnv } from '../../services.ts';
import { readRanked } from './read-ranked.ts';

async function feedOf(user: TestUser, query = ''): Promise<FeedPage> {
  const response = await user.call('GET', `/feed?${query}`);
  expect(response.status).toBe(200);
  return feedPageSchema.parse(await response.json());
}

const idsOf = ({ posts }: FeedPage) => posts.map(({ id }) => id);

async function aReaderOf(authors: number, each: number) {
  const reader = await aUser();
  const followed = await Promise.all(Array.from({ length: authors }, () => aUser()));
  const posts: string[] = [];
  for (const author of followed) {
    for (let i = 0; i < each; i++) posts.push((await aPost(author)).id);
    await reader.call('POST', `/users/${author.user.id}/follow`);
  }
  return { reader, followed, posts };
}

/** The cell that the access token names. */
function cellOf({ token }: TestUser): string {
  return JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))).cell;
}

describe('the ranked home feed', () => {
  it('is the default, with a reason for every post, your own fresh one on top', async () => {
    const { reader, posts } = await aReaderOf(2, 2);
    const own = await aPost(reader);
    const feed = await feedOf(reader);
    expect(feed.posts[0]).toMatchObject({ id: own.id, reason: 'own' });
    expect(idsOf(feed).toSorted()).toEqual([...posts, own.id].toSorted());
    expect(new Set(feed.posts.slice(1).map(({ reason }) => reason))).toEqual(new Set(['recent']));
    expect(idsOf(await feedOf(reader, 'mode=ranked'))).toEqual(idsOf(feed));
    expect(feed.nextCursor).toBeNull();
  });

  it('pages without repeats or gaps while posts come and go', async () => {
    const { reader, followed, posts } = await aReaderOf(3, 4);
    const shown: string[] = [];
    let gone = '';
    for (let query = 'limit=3', page = 1; ; page++) {
      const feed = await feedOf(reader, query);
      shown.push(...idsOf(feed));
      if (page === 1) {
        await aPost(followed[0] as TestUser);
        gone = posts.find((id) => !shown.includes(id)) ?? '';
        const owner = followed[Math.floor(posts.indexOf(gone) / 4)] as TestUser;
        expect((await owner.call('DELETE', `/posts/${gone}`)).status).toBe(204);
        await expect.poll(async () => idsOf(await feedOf(reader, 'mode=latest'))).not.toContain(gone);
      }
      if (feed.nextCursor === null) break;
      query = `limit=3&cursor=${feed.nextCursor}`;
    }
    expect(shown.toSorted()).toEqual(posts.filter((id) => id !== gone).toSorted());
  });

  it('knows a favourite by what the viewer did', async () => {
    const { reader, followed, posts } = await aReaderOf(2, 4);
    for (const id of posts.slice(0, 4)) {
      await reader.call('POST', `/posts/${id}/like`);
      await reader.call('POST', `/posts/${id}/save`);
    }
    await reader.call('POST', `/posts/${posts[0]}/comments`, { text: 'What light.' });
    const reasonsOf = async (author: TestUser | undefined) =>
      new Set(
        (await feedOf(reader)).posts.filter(({ author: by }) => by.id === author?.user.id).map(({ reason }) => reason),
      );
    await expect.poll(() => reasonsOf(followed[0])).toEqual(new Set(['favourite']));
    expect(await reasonsOf(followed[1])).toEqual(new Set(['recent']));
  });

  it('notes in the viewer’s cell whose profile and posts were looked at, never one’s own', async () => {
    const { reader, followed, posts } = await aReaderOf(1, 1);
    const [ann] = followed as [TestUser];
    for (const who of [reader, ann]) {
      for (const path of [`/users/${ann.user.id}`, `/users/by-username/${ann.user.username}`, `/posts/${posts[0]}`]) {
        expect((await who.call('GET', path)).status).toBe(200);
      }
    }
    const { stubs } = servicesFor(env as unknown as WorkerEnv);
    const affinitiesOf = (user: TestUser) =>
      runInDurableObject(stubs.cell(cellOf(user)), (_, { storage }) =>
        storage.sql
          .exec<{ author_id: string; points: number }>(
            'SELECT author_id, points FROM affinities WHERE user_id = ?',
            user.user.id,
          )
          .toArray(),
      );
    const looks = { author_id: ann.user.id, points: expect.closeTo(3) };
    await expect.poll(() => affinitiesOf(reader)).toEqual([looks]);
    expect(await affinitiesOf(ann)).toEqual([]);
  });

  it('lets posts sink that were on the screen', async () => {
    const { reader } = await aReaderOf(6, 1);
    const before = idsOf(await feedOf(reader));
    const seen = before.slice(0, 2);
    const unknown = '01hq2m8k7w0c4';
    expect((await reader.call('POST', '/feed/seen', { postIds: [...seen, unknown] })).status).toBe(204);
    expect((await reader.call('POST', '/feed/seen', { postIds: seen })).status).toBe(204);
    const after = idsOf(await feedOf(reader));
    expect(after.slice(-2).toSorted()).toEqual(seen.toSorted());
    expect(after.toSorted()).toEqual(before.toSorted());
  });

  it('refuses cursors of other lists, and batches of seen posts that are none', async () => {
    const { reader } = await aReaderOf(1, 2);
    const { nextCursor } = await feedOf(reader, 'mode=latest&limit=1');
    for (const cursor of [nextCursor, 'bm9uc2Vuc2U', `${nextCursor}.AAAA`]) {
      const response = await reader.call('GET', `/feed?cursor=${cursor}`);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'invalid-values', errors: [{ path: 'cursor' }] });
    }
    const many = Array.from({ length: 101 }, () => '01hq2m8k7w0c4');
    for (const postIds of [[], ['nonsense'], many]) {
      expect((await reader.call('POST', '/feed/seen', { postIds })).status).toBe(422);
    }
    expect((await callApi('POST', '/feed/seen', { postIds: many.slice(0, 1) })).status).toBe(401);
  });
});

describe('the slots of the ranked feed', () => {
  /** Reads a page with slot sources of the test's own; the product's services have none yet. */
  async function readWith(reader: TestUser, slotSources: SlotSource[], limit = 20) {
    const services: Services = { ...servicesFor(env as unknown as WorkerEnv), slotSources };
    const config = {
      ...services.config,
      FEED_RECOMMENDED_SLOTS: { first: 1, every: 3 },
      FEED_SPONSORED_SLOTS: { first: 2, every: 9 },
    };
    const viewer = { id: reader.user.id, cell: cellOf(reader), sessionId: '' };
    const variables = { services: { ...services, config }, requestId: 'test', now: Date.now(), viewer };
    const context = {
      var: variables,
      get: <Name extends keyof typeof variables>(name: Name) => variables[name],
      executionCtx: { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} },
    };
    const { entries } = await readRanked(context, { limit });
    return entries.map(({ postId, reason }) => ({ postId, reason }));
  }

  const offering = (reason: SlotSource['reason'], postIds: string[]): SlotSource => ({
    reason,
    fill: async ({ slots }: SlotRequest) =>
      new Map(slots.flatMap((slot) => (postIds[slot] ? [[slot, { postId: postIds[slot], revision: 0 }]] : []))),
  });

  it('hold recommended and sponsored posts at their places, marked as such', async () => {
    const { reader, posts } = await aReaderOf(3, 2);
    const [stranger, brand] = await Promise.all([aUser(), aUser()]);
    const [first, second, campaign] = [await aPost(stranger), await aPost(stranger), await aPost(brand)];
    const sources = [offering('recommended', [first.id, second.id]), offering('sponsored', [campaign.id])];
    const shown = await readWith(reader, sources);
    expect(shown.map(({ reason }) => reason).indexOf('recommended')).toBe(1);
    expect(shown.filter(({ reason }) => reason === 'recommended').map(({ postId }) => postId)).toEqual([
      first.id,
      second.id,
    ]);
    expect(shown[3]).toEqual({ postId: campaign.id, reason: 'sponsored' });
    const organic = shown.filter(({ reason }) => reason !== 'recommended' && reason !== 'sponsored');
    expect(organic.map(({ postId }) => postId).toSorted()).toEqual(posts.toSorted());
  });

  it('stay empty for what the viewer may not see, what the page shows already, and when a source fails', async () => {
    const { reader, posts } = await aReaderOf(3, 2);
    const [hidden, blocker] = await Promise.all([aUser({ isPrivate: true }), aUser()]);
    const [secret, refused] = [await aPost(hidden), await aPost(blocker)];
    await blocker.call('POST', `/users/${reader.user.id}/block`);
    const failing: SlotSource = { reason: 'sponsored', fill: () => Promise.reject(new Error('no campaigns today')) };
    const plain = await readWith(reader, []);
    expect(plain).toHaveLength(posts.length);
    expect(await readWith(reader, [offering('recommended', [secret.id, refused.id]), failing])).toEqual(plain);
    expect(await readWith(reader, [offering('recommended', [posts[0] ?? ''])])).toEqual(plain);
  });
});
