import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { CreatePost, Draft, FeedPage, Post, PostHistory } from '../../../shared/contracts/index.ts';
import { loadPeople } from '../../../shared/db/people/load-people.ts';
import { aMedium } from '../../../tests/support/a-medium.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';
import { publishKept } from '../../fanout/publish-waiting.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const tag = (mediaId: string, person: TestUser, x = 0.25, y = 0.5) => ({ mediaId, userId: person.user.id, x, y });
const read = async (user: TestUser, id: string) => (await user.call('GET', `/posts/${id}`)).json<Post>();

/** Rows of work that are still owed for a post. */
async function owedFor(postId: string): Promise<number | null> {
  const query = "SELECT count(*) AS n FROM outbox WHERE payload ->> '$.postId' = ? AND topic = 'post'";
  return services.shards.forId(postId).d1.prepare(query).bind(postId).first<number>('n');
}

async function aTaggedPost(author: TestUser, person: TestUser, given: Partial<CreatePost> = {}): Promise<Post> {
  const mediaId = await aMedium(author);
  return aPost(author, { ...given, mediaIds: [mediaId], people: [tag(mediaId, person)] });
}

describe('people on photos', () => {
  it('are shown where they are, and can be moved, added and left out', async () => {
    const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aTaggedPost(ann, ben);
    const mediaId = post.media[0]?.id ?? '';
    expect(post.people).toEqual([{ ...tag(mediaId, ben), username: ben.user.username }]);
    const people = [tag(mediaId, ben, 1, 0), tag(mediaId, eve, 0, 1), tag(mediaId, ann)];
    const edited = await (await ann.call('PATCH', `/posts/${post.id}`, { people })).json<Post>();
    expect(edited.people.map(({ username, x, y }) => [username, x, y]).sort()).toEqual(
      [
        [ben.user.username, 1, 0],
        [eve.user.username, 0, 1],
        [ann.user.username, 0.25, 0.5],
      ].sort(),
    );
    const cleared = await (await ann.call('PATCH', `/posts/${post.id}`, { people: [] })).json<Post>();
    expect(cleared.people).toEqual([]);
  });

  it('are asked again when a draft is published: who may not be tagged any more is left out', async () => {
    const [ann, ben, eve, dan] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
    const dueAt = Date.now() + 3_600_000;
    const publishAt = new Date(dueAt).toISOString();
    const aTaggedDraft = async () => {
      const mediaId = await aMedium(ann);
      const people = [ben, eve, dan].map((person) => tag(mediaId, person));
      const draft = await ann.call('POST', '/drafts', { mediaIds: [mediaId], people, publishAt });
      return (await draft.json<Draft>()).id;
    };
    const [byHand, byItself] = [await aTaggedDraft(), await aTaggedDraft()];
    await ben.call('PATCH', '/users/me/settings', { taggableBy: 'nobody' });
    await eve.call('POST', `/users/${ann.user.id}/block`);
    const isParted = async () => (await ann.call('GET', `/users/${eve.user.id}`)).status;
    await expect.poll(isParted).toBe(404);
    expect((await ann.call('POST', `/drafts/${byHand}/publish`)).status).toBe(201);
    expect(await publishKept(services, byItself, dueAt)).toBe(true);
    for (const id of [byHand, byItself]) {
      expect((await read(dan, id)).people.map(({ userId }) => userId)).toEqual([dan.user.id]);
    }
  });

  it('take their tag off for good, in every feed', async () => {
    const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
    await eve.call('POST', `/users/${ann.user.id}/follow`);
    const post = await aTaggedPost(ann, ben);
    const inFeed = async () =>
      (await (await eve.call('GET', '/feed?mode=latest')).json<FeedPage>()).posts[0]?.people.length;
    await expect.poll(inFeed).toBe(1);
    // Its delivery is owed until it has reached every feed.
    await expect.poll(() => owedFor(post.id)).toBe(0);
    expect((await eve.call('DELETE', `/posts/${post.id}/people/me`)).status).toBe(404);
    expect(await owedFor(post.id)).toBe(0);
    expect((await ben.call('DELETE', `/posts/${post.id}/people/me`)).status).toBe(204);
    expect((await read(ann, post.id)).people).toEqual([]);
    await expect.poll(inFeed).toBe(0);
    const again = await ann.call('PATCH', `/posts/${post.id}`, { people: [tag(post.media[0]?.id ?? '', ben)] });
    expect(again.status).toBe(422);
    expect(await again.json()).toMatchObject({ errors: [{ path: 'people.0.userId' }] });
  });

  it.each(['the tagged', 'the author'])(
    'go from posts when %s blocks the other, and no edit brings them back',
    async (who) => {
      const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
      await eve.call('POST', `/users/${ann.user.id}/follow`);
      const post = await aTaggedPost(ann, ben);
      const mediaId = post.media[0]?.id ?? '';
      const own = await aTaggedPost(ann, ann);
      await ann.call('PATCH', `/posts/${post.id}`, { caption: 'with Ben' });
      const inFeed = async () =>
        (await (await eve.call('GET', '/feed?mode=latest')).json<FeedPage>()).posts.map(({ people }) => people.length);
      await expect.poll(inFeed).toEqual([1, 1]);
      const [blocker, blocked] = who === 'the author' ? [ann, ben] : [ben, ann];
      await blocker.call('POST', `/users/${blocked.user.id}/block`);
      expect((await read(eve, post.id)).people).toEqual([]);
      await expect.poll(inFeed).toEqual([1, 0]);
      expect((await read(eve, own.id)).people).toHaveLength(1);
      const history = await (await eve.call('GET', `/posts/${post.id}/history`)).json<PostHistory>();
      expect(history.versions.map(({ people }) => people)).toEqual([[]]);
      for (const x of [0.25, 0.75]) {
        const edited = await ann.call('PATCH', `/posts/${post.id}`, { people: [tag(mediaId, ben, x)] });
        expect(edited.status).toBe(422);
      }
      await blocker.call('DELETE', `/users/${blocked.user.id}/block`);
      expect((await read(eve, post.id)).people).toEqual([]);
    },
  );

  it('go also when they come onto a post while a block comes', async () => {
    const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(ann);
    await ben.call('POST', `/users/${ann.user.id}/block`);
    // As an edit writes it that asked before the block and is written after the block took off what was there.
    await services.shards
      .forId(post.id)
      .d1.prepare('INSERT INTO post_people (post_id, media_id, user_id, x, y, username) VALUES (?, ?, ?, 0.5, 0.5, ?)')
      .bind(post.id, post.media[0]?.id, ben.user.id, ben.user.username)
      .run();
    await ann.call('PATCH', `/posts/${post.id}`, { caption: 'with Ben' });
    await expect.poll(async () => (await read(eve, post.id)).people).toEqual([]);
    const history = async () =>
      (await (await eve.call('GET', `/posts/${post.id}/history`)).json<PostHistory>()).versions[0]?.people;
    await expect.poll(history).toEqual([]);
  });

  it('are asked for nothing that an edit does not name, and left out where they may not be any more', async () => {
    const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
    const [first, second] = [await aMedium(ann), await aMedium(ann)];
    const post = await aPost(ann, { mediaIds: [first, second], people: [tag(first, ben), tag(first, eve)] });
    const drafted = [await aMedium(ann), await aMedium(ann)];
    const people = [ben, eve].map((person) => tag(drafted[0] ?? '', person));
    const draft = await (await ann.call('POST', '/drafts', { mediaIds: drafted, people })).json<Draft>();
    // A block of which the author's cell knows, and which has not yet taken off what was there.
    const cellId = (await loadPeople(services.shards, [ann.user.id])).get(ann.user.id)?.cellId ?? '';
    const pair = { userId: ann.user.id, otherId: eve.user.id };
    await services.stubs.cell(cellId).applyBlock({ ...pair, direction: 'blocked-by', active: true, version: 1 });
    const idsOf = async (response: Response) => (await response.json<Draft>()).people.map(({ userId }) => userId);
    const turned = await ann.call('PATCH', `/posts/${post.id}`, { mediaIds: [second, first] });
    expect(await idsOf(turned)).toEqual([ben.user.id]);
    const changed = await ann.call('PATCH', `/drafts/${draft.id}`, { mediaIds: drafted.toReversed() });
    expect(await idsOf(changed)).toEqual([ben.user.id]);
  });

  it('decide who may tag them', async () => {
    const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
    const mediaId = await aMedium(ann);
    const attempt = (person: TestUser) =>
      ann.call('POST', '/posts', { mediaIds: [mediaId], people: [tag(mediaId, ann), tag(mediaId, person)] });
    await ben.call('PATCH', '/users/me/settings', { taggableBy: 'nobody' });
    await eve.call('PATCH', '/users/me/settings', { taggableBy: 'following' });
    for (const person of [ben, eve]) {
      const refused = await attempt(person);
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({
        errors: [{ path: 'people.1.userId', message: 'cannot be tagged' }],
      });
    }
    await eve.call('POST', `/users/${ann.user.id}/follow`);
    expect((await attempt(eve)).status).toBe(201);
  });

  it('are nobody whom a block parts, nobody unknown, and on no other photo', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const [mediaId, other] = [await aMedium(ann), await aMedium(ann)];
    await ben.call('POST', `/users/${ann.user.id}/block`);
    const stranger = { user: { ...ben.user, id: ann.user.id.replace(/.$/, (last) => (last === '0' ? '1' : '0')) } };
    for (const [people, path] of [
      [[tag(mediaId, ben)], 'people.0.userId'],
      [[tag(mediaId, { ...ben, ...stranger })], 'people.0.userId'],
      [[tag(other, ann)], 'people.0.mediaId'],
      [[tag(mediaId, ann), tag(mediaId, ann, 0, 0)], 'people'],
      [[tag(mediaId, ann, 2, 0)], 'people.0.x'],
    ] as const) {
      const response = await ann.call('POST', '/posts', { mediaIds: [mediaId], people });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ errors: [{ path }] });
    }
  });
});
