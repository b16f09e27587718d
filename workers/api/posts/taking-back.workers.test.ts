import { describe, expect, it } from 'vitest';
import type { Comment, FeedPage, Post } from '../../../shared/contracts/index.ts';
import { aComment } from '../../../tests/support/a-comment.ts';
import { aMedium } from '../../../tests/support/a-medium.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';

type Way = {
  way: string;
  /** How somebody who acted on a post loses sight of it. */
  lose(author: TestUser, other: TestUser, post: Post): Promise<Response>;
  /** How its author gets to see it, where they lost sight of it too. */
  show?(author: TestUser, post: Post): Promise<Response>;
  /** Their tags went with it: there is none to take off. */
  untags?: boolean;
};

const WAYS: Way[] = [
  {
    way: 'its author blocks them',
    lose: (author, other) => author.call('POST', `/users/${other.user.id}/block`),
    untags: true,
  },
  {
    way: 'they block its author',
    lose: (author, other) => other.call('POST', `/users/${author.user.id}/block`),
    untags: true,
  },
  { way: 'the account became private', lose: (author) => author.call('PATCH', '/users/me', { isPrivate: true }) },
  {
    way: 'it was archived',
    lose: (author, _other, { id }) => author.call('POST', `/posts/${id}/archive`),
    show: (author, { id }) => author.call('POST', `/posts/${id}/restore`),
  },
];

describe.each(WAYS)('what somebody did to a post can be taken back once $way', ({ lose, show, untags }) => {
  async function aLostPost(
    act: (other: TestUser, post: Post, author: TestUser) => Promise<unknown>,
    publish = (author: TestUser, _other: TestUser) => aPost(author),
  ) {
    const [author, other] = await Promise.all([aUser(), aUser()]);
    const post = await publish(author, other);
    await act(other, post, author);
    expect((await lose(author, other, post)).ok).toBe(true);
    expect((await other.call('GET', `/posts/${post.id}`)).status).toBe(404);
    const statusOf = async (method: string, path: string) => (await other.call(method, path)).status;
    const shown = async () => {
      await show?.(author, post);
      return (await author.call('GET', `/posts/${post.id}`)).json<Post>();
    };
    return { author, other, post, statusOf, shown };
  }

  it('likes', async () => {
    const { other, post, statusOf, shown } = await aLostPost((fan, { id }) => fan.call('POST', `/posts/${id}/like`));
    // What a like needs to know of a post may be some seconds old.
    await expect.poll(() => statusOf('POST', `/posts/${post.id}/like`), { timeout: 15_000 }).toBe(404);
    const taken = await other.call('DELETE', `/posts/${post.id}/like`);
    expect([taken.status, await taken.json()]).toEqual([200, { liked: false, likes: null }]);
    expect(await statusOf('DELETE', `/posts/${post.id}/like`)).toBe(404);
    await expect.poll(async () => (await shown()).counts.likes, { timeout: 10_000 }).toBe(0);
  });

  it('saves', async () => {
    const { other, post, statusOf } = await aLostPost((fan, { id }) => fan.call('POST', `/posts/${id}/save`));
    expect(await statusOf('POST', `/posts/${post.id}/save`)).toBe(404);
    expect(await statusOf('DELETE', `/posts/${post.id}/save`)).toBe(200);
    expect(await statusOf('DELETE', `/posts/${post.id}/save`)).toBe(404);
    expect((await (await other.call('GET', '/feed/saved')).json<FeedPage>()).posts).toEqual([]);
  });

  it('comments, but not those of others', async () => {
    const written: Comment[] = [];
    const { author, post, statusOf, shown } = await aLostPost(async (fan, { id }, host) => {
      written.push(await aComment(fan, id), await aComment(host, id));
    });
    const [own, other] = written;
    expect(await statusOf('DELETE', `/comments/${other?.id}`)).toBe(404);
    expect(await statusOf('DELETE', `/comments/${own?.id}`)).toBe(204);
    expect(await statusOf('DELETE', `/comments/${own?.id}`)).toBe(404);
    expect((await shown()).counts.comments).toBe(1);
    const left = await (await author.call('GET', `/posts/${post.id}/comments`)).json<{ comments: Comment[] }>();
    expect(left.comments.map(({ id }) => id)).toEqual([other?.id]);
  });

  it('likes of comments', async () => {
    const liked: Comment[] = [];
    const writer = await aUser();
    const { statusOf } = await aLostPost(async (fan, { id }) => {
      const comment = await aComment(writer, id);
      liked.push(comment);
      await fan.call('POST', `/comments/${comment.id}/like`);
    });
    const path = `/comments/${liked[0]?.id}/like`;
    expect(await statusOf('POST', path)).toBe(404);
    expect(await statusOf('DELETE', path)).toBe(200);
    expect(await statusOf('DELETE', path)).toBe(404);
  });

  it('tags on photos', async () => {
    const tagged = async (author: TestUser, other: TestUser) => {
      const mediaId = await aMedium(author);
      return aPost(author, { mediaIds: [mediaId], people: [{ mediaId, userId: other.user.id, x: 0.5, y: 0.5 }] });
    };
    const { post, statusOf, shown } = await aLostPost(async () => undefined, tagged);
    expect(post.people).toHaveLength(1);
    if (!untags) expect(await statusOf('DELETE', `/posts/${post.id}/people/me`)).toBe(204);
    expect(await statusOf('DELETE', `/posts/${post.id}/people/me`)).toBe(404);
    expect((await shown()).people).toEqual([]);
  });
});

it('a save can be taken back once its post is deleted, so that the list of saved posts holds no more than it shows', async () => {
  const [author, other] = await Promise.all([aUser(), aUser()]);
  const post = await aPost(author);
  const statusOf = async (method: string) => (await other.call(method, `/posts/${post.id}/save`)).status;
  expect(await statusOf('POST')).toBe(200);
  await author.call('DELETE', `/posts/${post.id}`);
  expect(await statusOf('POST')).toBe(404);
  expect([await statusOf('DELETE'), await statusOf('DELETE')]).toEqual([200, 404]);
});
