import { expect, it } from 'vitest';
import type { Collection, FeedPage } from '../../shared/contracts/index.ts';
import { aComment } from '../../tests/support/a-comment.ts';
import { aPost } from '../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../tests/support/a-user.ts';

type Page = Record<string, unknown[]> & { nextCursor: string | null };

/**
 * Lists that Eve reads. Dan is last in each, which newest first means that he acts first: the others do the same as he, and
 * then block her.
 */
async function listsOf(eve: TestUser, dan: TestUser): Promise<Record<string, string>> {
  const [ann, ...others] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
  const inTurn = async (act: (person: TestUser) => Promise<unknown>, people = [dan, ...others]) => {
    for (const person of people) await act(person);
  };
  const [post, own] = [await aPost(ann), await aPost(eve)];
  const thread = await aComment(ann, post.id);
  const made = await eve.call('POST', '/collections', { name: 'All of it' });
  const { id: collectionId } = await made.json<Collection>();
  await inTurn((person) => person.call('POST', `/users/${ann.user.id}/follow`));
  await inTurn((person) => person.call('POST', `/posts/${post.id}/like`));
  await inTurn((person) => aComment(person, own.id));
  const talked = await aPost(ann);
  await inTurn((person) => aComment(person, talked.id));
  await inTurn((person) => aComment(person, post.id, { parentId: thread.id }), [...others, dan]);
  await inTurn(async (person) => {
    const { id } = await aPost(person, { caption: '#blank' });
    await eve.call('POST', `/posts/${id}/save`);
    await eve.call('POST', `/collections/${collectionId}/posts/${id}`);
  });
  await inTurn(async (person) => {
    const opened = await eve.call('POST', '/conversations', { userId: person.user.id });
    const { id } = await opened.json<{ id: string }>();
    await eve.call('POST', `/conversations/${id}/messages`, { text: 'Hello' });
  });
  const lists = {
    followers: `/users/${ann.user.id}/followers`,
    likers: `/posts/${post.id}/likes`,
    comments: `/posts/${talked.id}/comments?order=newest`,
    replies: `/comments/${thread.id}/replies`,
    'posts of a hashtag': '/hashtags/blank/posts',
    'saved posts': '/feed/saved',
    'posts of a collection': `/collections/${collectionId}/posts`,
    notifications: '/notifications',
    conversations: '/conversations',
  };
  for (const [what, path] of Object.entries(lists)) {
    await expect.poll(async () => (await rowsOf(eve, path)).rows.length, { message: what }).toBe(4);
  }
  for (const person of others) await person.call('POST', `/users/${eve.user.id}/block`);
  return lists;
}

async function rowsOf(reader: TestUser, path: string): Promise<{ rows: unknown[]; nextCursor: string | null }> {
  const response = await reader.call('GET', path);
  expect(response.status, path).toBe(200);
  const { nextCursor, ...page } = await response.json<Page>();
  return { rows: Object.values(page).filter(Array.isArray).flat(), nextCursor };
}

it('every list is read on past pages of which nothing may be shown', async () => {
  const [eve, dan] = await Promise.all([aUser(), aUser()]);
  for (const [what, path] of Object.entries(await listsOf(eve, dan))) {
    const { rows, nextCursor } = await rowsOf(eve, `${path}${path.includes('?') ? '&' : '?'}limit=1`);
    expect(JSON.stringify(rows), what).toContain(dan.user.username);
    expect(nextCursor, what).toBeNull();
  }
}, 60_000);

it.each(['latest', 'ranked'])('the %s feed is read on past what the scroll has shown', async (mode) => {
  const [ann, reader, ...sharers] = await Promise.all(Array.from({ length: 5 }, () => aUser()));
  if (!ann || !reader) throw new Error('nobody is there');
  const own = await aPost(reader);
  const post = await aPost(ann);
  for (const sharer of sharers) {
    await reader.call('POST', `/users/${sharer.user.id}/follow`);
    await sharer.call('POST', `/posts/${post.id}/share`);
    await sharer.call('POST', `/posts/${own.id}/share`);
  }
  const pages: string[][] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const response = await reader.call('GET', `/feed?mode=${mode}&limit=1${cursor && `&cursor=${cursor}`}`);
    const page: FeedPage = await response.json<FeedPage>();
    pages.push(page.posts.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  const shown = pages.filter((ids) => ids.length > 0);
  expect(shown.flat().toSorted()).toEqual([own.id, post.id].toSorted());
  // Only the end may be empty.
  expect(pages.slice(0, shown.length)).toEqual(shown);
});
