import { expect, it } from 'vitest';
import type { Draft, PostsPage } from '../../../shared/contracts/index.ts';
import { aMedium } from '../../../tests/support/a-medium.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, callApi, type TestUser } from '../../../tests/support/a-user.ts';

const nobody = { call: callApi };

async function tagged(reader: Pick<TestUser, 'call'>, tag: string, query = ''): Promise<PostsPage> {
  const response = await reader.call('GET', `/hashtags/${encodeURIComponent(tag)}/posts${query}`);
  expect(response.status).toBe(200);
  return response.json<PostsPage>();
}

const idsOf = ({ posts }: PostsPage) => posts.map(({ id }) => id);

it('finds posts of public accounts from every database, however the hashtag is written, newest first', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => aUser()));
  const ids: string[] = [];
  for (const person of people) ids.unshift((await aPost(person, { caption: 'over #Straße' })).id);
  for (const spelling of ['straße', '#STRAßE', 'Ｓｔｒａße'])
    expect(idsOf(await tagged(nobody, spelling))).toEqual(ids);
  const first = await tagged(nobody, 'straße', '?limit=4');
  const second = await tagged(nobody, 'straße', `?limit=4&cursor=${first.nextCursor}`);
  expect([...idsOf(first), ...idsOf(second)]).toEqual(ids);
  expect(second.nextCursor).toBeNull();
});

it('follows edits, archiving and deletion, and leaves out private accounts and blocks', async () => {
  const [ann, ben, eve] = await Promise.all([aUser(), aUser({ isPrivate: true }), aUser()]);
  const post = await aPost(ann, { caption: '#halo' });
  await aPost(ben, { caption: '#halo' });
  expect(idsOf(await tagged(eve, 'halo'))).toEqual([post.id]);
  await ann.call('POST', `/users/${eve.user.id}/block`);
  expect(idsOf(await tagged(eve, 'halo'))).toEqual([]);
  await ann.call('POST', `/posts/${post.id}/archive`);
  expect(idsOf(await tagged(nobody, 'halo'))).toEqual([]);
  await ann.call('POST', `/posts/${post.id}/restore`);
  expect(idsOf(await tagged(nobody, 'halo'))).toEqual([post.id]);
  await ann.call('PATCH', `/posts/${post.id}`, { caption: '#corona' });
  expect(idsOf(await tagged(nobody, 'halo'))).toEqual([]);
  expect(idsOf(await tagged(nobody, 'corona'))).toEqual([post.id]);
  await ann.call('DELETE', `/posts/${post.id}`);
  expect(idsOf(await tagged(nobody, 'corona'))).toEqual([]);
});

it('lists drafts where they were published, not where they were begun, also page by page and after an edit', async () => {
  const [ann, ben] = await Promise.all([aUser(), aUser()]);
  const body = { caption: 'late #tide', mediaIds: [await aMedium(ann)] };
  const draft = await (await ann.call('POST', '/drafts', body)).json<Draft>();
  const before = await aPost(ben, { caption: '#tide' });
  expect(idsOf(await tagged(nobody, 'tide'))).toEqual([before.id]);
  expect((await ann.call('POST', `/drafts/${draft.id}/publish`)).status).toBe(201);
  const after = await aPost(ben, { caption: '#tide' });
  const expected = [after.id, draft.id, before.id];
  expect(idsOf(await tagged(nobody, 'tide'))).toEqual(expected);
  await ann.call('PATCH', `/posts/${draft.id}`, { caption: 'edited #tide' });
  const ids: string[] = [];
  for (let query: string | null = '?limit=1'; query !== null; ) {
    const page: PostsPage = await tagged(nobody, 'tide', query);
    ids.push(...idsOf(page));
    query = page.nextCursor && `?limit=1&cursor=${page.nextCursor}`;
  }
  expect(ids).toEqual(expected);
});

it('is read on past pages of which the viewer may see nothing', async () => {
  const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
  const seen = await aPost(ann, { caption: '#fog' });
  for (let i = 0; i < 3; i++) await aPost(ben, { caption: '#fog' });
  await ben.call('POST', `/users/${eve.user.id}/block`);
  const page = await tagged(eve, 'fog', '?limit=1');
  expect(idsOf(page)).toEqual([seen.id]);
  expect(page.nextCursor).toBeNull();
});
