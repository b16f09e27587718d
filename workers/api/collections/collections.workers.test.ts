import { describe, expect, it } from 'vitest';
import {
  type Collection,
  type CollectionsPage,
  collectionsPageSchema,
  type Post,
  type PostsPage,
} from '../../../shared/contracts/index.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';

async function collectionsOf(user: TestUser, query = ''): Promise<CollectionsPage> {
  return collectionsPageSchema.parse(await (await user.call('GET', `/collections${query}`)).json());
}

async function aCollection(user: TestUser, name = 'Light'): Promise<Collection> {
  const response = await user.call('POST', '/collections', { name });
  expect(response.status).toBe(201);
  return response.json<Collection>();
}

async function postsOf(user: TestUser, collectionId: string): Promise<string[]> {
  const page = await (await user.call('GET', `/collections/${collectionId}/posts`)).json<PostsPage>();
  return page.posts.map(({ id }) => id);
}

describe('a collection', () => {
  it('is made, named anew, listed with its cover, and deleted; its posts stay saved', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const made = await aCollection(ben);
    expect(made).toMatchObject({ name: 'Light', counts: { posts: 0 }, coverUrl: null });
    expect((await ben.call('POST', `/collections/${made.id}/posts/${post.id}`)).status).toBe(204);
    expect((await ben.call('POST', `/collections/${made.id}/posts/${post.id}`)).status).toBe(204);
    const renamed = await ben.call('PATCH', `/collections/${made.id}`, { name: 'Dawn' });
    expect(await renamed.json()).toMatchObject({ id: made.id, name: 'Dawn', counts: { posts: 1 } });
    expect((await collectionsOf(ben)).collections).toMatchObject([
      { id: made.id, name: 'Dawn', counts: { posts: 1 }, coverUrl: post.media[0]?.urls?.thumb },
    ]);
    expect((await (await ben.call('GET', `/posts/${post.id}`)).json<Post>()).viewer.saved).toBe(true);
    expect((await ben.call('DELETE', `/collections/${made.id}`)).status).toBe(204);
    expect((await ben.call('GET', `/collections/${made.id}/posts`)).status).toBe(404);
    expect((await (await ben.call('GET', '/feed/saved')).json<PostsPage>()).posts).toHaveLength(1);
  });

  it('tells which of them hold a post', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const [light, dawn] = [await aCollection(ben, 'Light'), await aCollection(ben, 'Dawn')];
    await ben.call('POST', `/collections/${light.id}/posts/${post.id}`);
    expect((await collectionsOf(ben, `?postId=${post.id}`)).collections).toMatchObject([
      { id: dawn.id, holdsPost: false },
      { id: light.id, holdsPost: true },
    ]);
    expect((await collectionsOf(ben)).collections[0]).not.toHaveProperty('holdsPost');
  });

  it('holds posts, newest addition first, until they are taken out or no longer saved', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const posts = [await aPost(ann), await aPost(ann), await aPost(ann)].map(({ id }) => id);
    const [first = '', second = '', third = ''] = posts;
    const { id } = await aCollection(ben);
    for (const postId of posts) await ben.call('POST', `/collections/${id}/posts/${postId}`);
    expect(await postsOf(ben, id)).toEqual([third, second, first]);
    const page = await (await ben.call('GET', `/collections/${id}/posts?limit=2`)).json<PostsPage>();
    const rest = await ben.call('GET', `/collections/${id}/posts?limit=2&cursor=${page.nextCursor}`);
    expect((await rest.json<PostsPage>()).posts.map((post) => post.id)).toEqual([first]);
    expect((await ben.call('DELETE', `/collections/${id}/posts/${second}`)).status).toBe(204);
    await ben.call('DELETE', `/posts/${third}/save`);
    expect(await postsOf(ben, id)).toEqual([first]);
    const saved = await (await ben.call('GET', '/feed/saved')).json<PostsPage>();
    expect(saved.posts.map((post) => post.id)).toEqual([second, first]);
  });

  it('is nobody else’s to see or change', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const { id } = await aCollection(ben);
    const answers = await Promise.all([
      ann.call('GET', `/collections/${id}/posts`),
      ann.call('PATCH', `/collections/${id}`, { name: 'mine' }),
      ann.call('DELETE', `/collections/${id}`),
      ann.call('POST', `/collections/${id}/posts/${post.id}`),
      ann.call('DELETE', `/collections/${id}/posts/${post.id}`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await collectionsOf(ann)).collections).toEqual([]);
    expect((await collectionsOf(ben)).collections).toHaveLength(1);
    expect((await (await ann.call('GET', '/feed/saved')).json<PostsPage>()).posts).toEqual([]);
  });

  it('passes over what its owner may no longer see, and shows no cover of it', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    const { id } = await aCollection(ben);
    await ben.call('POST', `/collections/${id}/posts/${post.id}`);
    await ann.call('POST', `/users/${ben.user.id}/block`);
    expect(await postsOf(ben, id)).toEqual([]);
    expect((await collectionsOf(ben)).collections[0]?.coverUrl).toBeNull();
    expect((await ben.call('POST', `/collections/${id}/posts/${post.id}`)).status).toBe(404);
    await ann.call('DELETE', `/users/${ben.user.id}/block`);
    expect(await postsOf(ben, id)).toEqual([post.id]);
  });

  it('is made once by a request that is sent again, and pages', async () => {
    const ann = await aUser();
    const headers = { 'Idempotency-Key': crypto.randomUUID() };
    for (let i = 0; i < 2; i++) await ann.call('POST', '/collections', { name: 'once' }, headers);
    await aCollection(ann, 'second');
    await aCollection(ann, 'third');
    const first = await collectionsOf(ann, '?limit=2');
    const second = await collectionsOf(ann, `?limit=2&cursor=${first.nextCursor}`);
    expect([...first.collections, ...second.collections].map(({ name }) => name)).toEqual(['third', 'second', 'once']);
    expect(second.nextCursor).toBeNull();
  });

  it('has a name as all that people write: normalized, in one line, and no more than it may hold', async () => {
    const ann = await aUser();
    expect((await aCollection(ann, ' Da\u0301wn\u200b\nlight\u202e ')).name).toBe('Dáwn light');
    expect((await aCollection(ann, '🔥'.repeat(60))).name).toHaveLength(120);
    for (const name of [' ', '\u200b\u3164', 'x'.repeat(61)]) {
      expect((await ann.call('POST', '/collections', { name })).status).toBe(422);
    }
  });
});
