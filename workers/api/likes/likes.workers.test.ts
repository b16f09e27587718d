import { describe, expect, it } from 'vitest';
import {
  type CreatePost,
  type FeedPage,
  type LikeAnswer,
  likeAnswerSchema,
  type MessagesPage,
  type PeoplePage,
  type Post,
  type Problem,
  peoplePageSchema,
} from '../../../shared/contracts/index.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';
import { aWorld } from '../../../tests/support/a-world.ts';

/** A list is written behind within about a second. */
const SETTLES = { timeout: 10_000, interval: 50 };

async function like(user: TestUser, postId: string, method = 'POST'): Promise<LikeAnswer> {
  const response = await user.call(method, `/posts/${postId}/like`);
  expect(response.status).toBe(200);
  return likeAnswerSchema.parse(await response.json());
}

/** Likes one after the other, so that the order of the list is known. */
async function likeInTurn(users: readonly TestUser[], postId: string): Promise<void> {
  for (const user of users) await like(user, postId);
}

async function listPage(user: TestUser | null, postId: string, query = ''): Promise<PeoplePage> {
  const path = `/posts/${postId}/likes${query}`;
  const response = user ? await user.call('GET', path) : await callApi('GET', path);
  expect(response.status).toBe(200);
  return peoplePageSchema.parse(await response.json());
}

/** The whole list, by username, read in pages. */
async function likersOf(user: TestUser | null, postId: string, limit = 100): Promise<string[]> {
  const names: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: PeoplePage = await listPage(user, postId, `?limit=${limit}${cursor && `&cursor=${cursor}`}`);
    names.push(...page.users.map(({ username }) => username));
    cursor = page.nextCursor;
  }
  return names;
}

const namesOf = (users: readonly TestUser[]) => users.map(({ user }) => user.username);

async function refusal(user: TestUser | null, postId: string): Promise<[number, string]> {
  const path = `/posts/${postId}/likes`;
  const response = user ? await user.call('GET', path) : await callApi('GET', path);
  return [response.status, (await response.json<Problem>()).code];
}

describe('the list of likers', () => {
  it('begins with people you follow, newest like first, and pages without gaps or repeats', async () => {
    const author = await aUser();
    const post = await aPost(author);
    const [ann, ben, reader, cem, dia, eve] = await Promise.all([aUser(), aUser(), aUser(), aUser(), aUser(), aUser()]);
    const likers = [ann, ben, reader, cem, dia, eve];
    await likeInTurn(likers, post.id);
    for (const { user } of [ben, cem]) await reader.call('POST', `/users/${user.id}/follow`);
    const wanted = namesOf([cem, ben, eve, dia, reader, ann]);
    await expect.poll(() => likersOf(reader, post.id), SETTLES).toEqual(wanted);
    for (const limit of [1, 2, 3, 5, 6]) expect(await likersOf(reader, post.id, limit)).toEqual(wanted);
    expect(await likersOf(null, post.id, 2)).toEqual(namesOf(likers.toReversed()));
    const [first] = (await listPage(reader, post.id, '?limit=1')).users;
    expect(first?.viewer.following).toBe(true);
  });

  it('shows your own like at once, and takes it out at once', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    for (const liked of [true, false, true]) {
      await like(ann, post.id, liked ? 'POST' : 'DELETE');
      expect(await likersOf(ann, post.id)).toEqual(liked ? namesOf([ann]) : []);
      await expect.poll(() => likersOf(author, post.id), SETTLES).toEqual(liked ? namesOf([ann]) : []);
    }
  });

  it('leaves out people whom a block parts from you, in both directions', async () => {
    const [author, ann, ben, cem] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    await likeInTurn([ben, cem], post.id);
    await expect.poll(() => likersOf(ann, post.id), SETTLES).toEqual(namesOf([cem, ben]));
    await ann.call('POST', `/users/${ben.user.id}/block`);
    await cem.call('POST', `/users/${ann.user.id}/block`);
    await expect.poll(() => likersOf(ann, post.id), SETTLES).toEqual([]);
    expect(await likersOf(author, post.id)).toEqual(namesOf([cem, ben]));
  });

  it('is there for whoever may see the post, and 404 for everybody else', async () => {
    const [stranger, fan] = await Promise.all([aUser(), aUser()]);
    const author = await aUser({ isPrivate: true });
    const post = await aPost(author);
    await fan.call('POST', `/users/${author.user.id}/follow`);
    await author.call('POST', `/follow-requests/${fan.user.id}/accept`);
    await expect.poll(async () => (await fan.call('GET', `/posts/${post.id}`)).status, SETTLES).toBe(200);
    await like(fan, post.id);
    await expect.poll(() => likersOf(author, post.id), SETTLES).toEqual(namesOf([fan]));
    expect(await likersOf(fan, post.id)).toEqual(namesOf([fan]));
    expect(await refusal(stranger, post.id)).toEqual([404, 'not-found']);
    expect(await refusal(null, post.id)).toEqual([404, 'not-found']);
    await author.call('DELETE', `/posts/${post.id}`);
    expect(await refusal(fan, post.id)).toEqual([404, 'not-found']);
    expect(await refusal(fan, '0000000000000')).toEqual([404, 'not-found']);
  });

  it('refuses a cursor of another list', async () => {
    const ann = await aUser();
    const post = await aPost(ann);
    const response = await ann.call('GET', `/posts/${post.id}/likes?cursor=cG9zdHN-MDEyMw`);
    expect(response.status).toBe(422);
  });
});

describe('the count of likes', () => {
  it('has your own like in every answer, once, before and after it was reported', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    const { likeCount } = aWorld();
    const shown = async () => {
      const page = await (await ann.call('GET', `/users/${author.user.id}/posts`)).json<{ posts: Post[] }>();
      const own = await (await ann.call('GET', `/posts/${post.id}`)).json<Post>();
      return [page.posts[0]?.counts.likes, own.counts.likes];
    };
    expect(await shown()).toEqual([0, 0]);
    for (const [method, others, likes] of [
      ['POST', 0, 1],
      ['DELETE', 0, 0],
      ['POST', 1, 2],
      ['DELETE', 1, 1],
    ] as const) {
      if (others === 1) await like(ben, post.id);
      expect((await like(ann, post.id, method)).likes).toBe(likes);
      expect(await shown()).toEqual([likes, likes]);
      await expect.poll(() => likeCount(post.id), SETTLES).toBe(likes);
      expect(await shown()).toEqual([likes, likes]);
      expect((await like(ann, post.id, method)).likes).toBe(likes);
    }
  });
});

describe('a post that goes out of sight after it was liked', () => {
  it.each([
    ['the account goes private', (author: TestUser) => author.call('PATCH', '/users/me', { isPrivate: true })],
    ['the account is closed', (author: TestUser) => author.call('DELETE', '/users/me', { password: author.password })],
  ])('takes no like of a stranger once %s', async (_what, hide) => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    await likeInTurn([ann, ben], post.id);
    expect((await hide(author)).status).toBeLessThan(300);
    for (const user of [ann, ben, await aUser()]) {
      expect((await user.call('POST', `/posts/${post.id}/like`)).status).toBe(404);
    }
  });

  it('lets a stranger take a like back once the account is private, and tells no count', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    expect((await like(ann, post.id)).likes).toBe(1);
    await author.call('PATCH', '/users/me', { isPrivate: true });
    expect(await like(ann, post.id, 'DELETE')).toEqual({ liked: false, likes: null });
  });

  it('shows strangers no count of likes once its author hides them', async () => {
    const [author, ann] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    expect((await like(ann, post.id)).likes).toBe(1);
    await author.call('PATCH', `/posts/${post.id}`, { hideLikes: true });
    expect(await like(ann, post.id)).toEqual({ liked: true, likes: null });
  });
});

describe('a post whose author hides likes', () => {
  /** Its author, a fan who follows them, and a reader whom a friend's repost brings it. */
  async function aHiddenPost(given: Partial<CreatePost> = { hideLikes: true }) {
    const [author, fan, reader, friend] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
    await fan.call('POST', `/users/${author.user.id}/follow`);
    await reader.call('POST', `/users/${friend.user.id}/follow`);
    const tag = `t${crypto.randomUUID().replaceAll('-', '')}`;
    const post = await aPost(author, { caption: `#${tag}`, ...given });
    const everybody = [author, fan, reader];
    await friend.call('POST', `/posts/${post.id}/share`);
    await friend.call('POST', `/posts/${post.id}/share`, { toUserIds: everybody.map(({ user }) => user.id) });
    const [ofAuthor, ofFan, ofReader] = await Promise.all(
      everybody.map((user) => waysTo(user, author, friend, tag, post)),
    );
    const counts = { author: ofAuthor as Counts, fan: ofFan as Counts, reader: ofReader as Counts };
    return { author, fan, reader, post, counts };
  }

  type Counts = () => Promise<Record<string, unknown>>;

  /** The count of likes, by every way that it comes to a person. */
  async function waysTo(
    user: TestUser,
    author: TestUser,
    friend: TestUser,
    tag: string,
    { id: postId }: Post,
  ): Promise<Counts> {
    const idOf = async (answer: Promise<Response>) => (await (await answer).json<{ id: string }>()).id;
    const collection = await idOf(user.call('POST', '/collections', { name: 'Kept' }));
    await user.call('POST', `/collections/${collection}/posts/${postId}`);
    const conversation = await idOf(user.call('POST', '/conversations', { userId: friend.user.id }));
    const read = async <Body>(path: string) => (await user.call('GET', path)).json<Body>();
    const inPage = async (path: string) =>
      (await read<FeedPage>(path)).posts.find(({ id }) => id === postId)?.counts.likes;
    return async () => ({
      post: (await read<Post>(`/posts/${postId}`)).counts.likes,
      latest: await inPage('/feed?mode=latest'),
      ranked: await inPage('/feed?mode=ranked'),
      profile: await inPage(`/users/${author.user.id}/posts`),
      saved: await inPage('/feed/saved'),
      collected: await inPage(`/collections/${collection}/posts`),
      hashtag: await inPage(`/hashtags/${tag}/posts`),
      message: (await read<MessagesPage>(`/conversations/${conversation}/messages`)).messages[0]?.post?.counts.likes,
    });
  }

  const everywhere = (likes: number | null) => ({
    post: likes,
    latest: likes,
    ranked: likes,
    profile: likes,
    saved: likes,
    collected: likes,
    hashtag: likes,
    message: likes,
  });

  it('tells nobody but the author how many like it, on any way', async () => {
    const { author, fan, reader, post, counts } = await aHiddenPost();
    expect(await like(fan, post.id)).toEqual({ liked: true, likes: null });
    expect((await like(author, post.id)).likes).toEqual(expect.any(Number));
    await expect.poll(counts.author, SETTLES).toEqual(everywhere(2));
    await expect.poll(counts.fan, SETTLES).toEqual(everywhere(null));
    await expect.poll(counts.reader, SETTLES).toEqual(everywhere(null));
    const [repost] = (await (await reader.call('GET', '/feed?mode=latest')).json<FeedPage>()).posts;
    expect(repost).toMatchObject({ id: post.id, repostedBy: expect.anything() });
    const open = await (await callApi('GET', `/posts/${post.id}`)).json<Post>();
    expect(open).toMatchObject({ hideLikes: true, counts: { likes: null } });
    expect(await like(fan, post.id, 'DELETE')).toEqual({ liked: false, likes: null });
  });

  it('does not tell by the tag of a page either that somebody likes it', async () => {
    const { fan, reader, post, counts } = await aHiddenPost();
    const tagsOf = async () => {
      const pages = await Promise.all([fan, reader].map((user) => user.call('GET', '/feed?mode=latest')));
      return pages.map(({ headers }) => headers.get('etag'));
    };
    await expect.poll(counts.reader, SETTLES).toEqual(everywhere(null));
    const before = await tagsOf();
    await like(await aUser(), post.id);
    await expect.poll(counts.author, SETTLES).toEqual(everywhere(1));
    expect(await tagsOf()).toEqual(before);
  });

  it('shows the list to its author only', async () => {
    const { author, fan, post } = await aHiddenPost();
    await like(fan, post.id);
    await expect.poll(() => likersOf(author, post.id), SETTLES).toEqual(namesOf([fan]));
    expect(await refusal(fan, post.id)).toEqual([403, 'likes-hidden']);
    expect(await refusal(null, post.id)).toEqual([403, 'likes-hidden']);
  });

  it('may be changed at any time', async () => {
    const { author, fan, post, counts } = await aHiddenPost({});
    await like(fan, post.id);
    await expect.poll(counts.fan, SETTLES).toEqual(everywhere(1));
    await author.call('PATCH', `/posts/${post.id}`, { hideLikes: true });
    await expect.poll(counts.fan, SETTLES).toEqual(everywhere(null));
    expect(await refusal(fan, post.id)).toEqual([403, 'likes-hidden']);
    await author.call('PATCH', `/posts/${post.id}`, { hideLikes: false });
    await expect.poll(counts.fan, SETTLES).toEqual(everywhere(1));
    expect(await likersOf(fan, post.id)).toEqual(namesOf([fan]));
  });
});
