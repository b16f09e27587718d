import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import {
  type FeedPage,
  type Post,
  type PostHistory,
  type PostsPage,
  postHistorySchema,
  postsPageSchema,
  type User,
} from '../../../shared/contracts/index.ts';
import { isAttachRefused } from '../../../shared/db/media/attach-media.ts';
import { editPost } from '../../../shared/db/posts/change-post.ts';
import { loadPosts } from '../../../shared/db/posts/load-posts.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { aComment } from '../../../tests/support/a-comment.ts';
import { aMedium } from '../../../tests/support/a-medium.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);

const read = async (user: TestUser, id: string) => (await user.call('GET', `/posts/${id}`)).json<Post>();

async function historyOf(user: TestUser, id: string, query = ''): Promise<PostHistory> {
  return postHistorySchema.parse(await (await user.call('GET', `/posts/${id}/history${query}`)).json());
}

async function feedOf(user: TestUser): Promise<string[]> {
  const { posts } = await (await user.call('GET', '/feed?mode=latest')).json<FeedPage>();
  return posts.map(({ id }) => id);
}

describe('the words of a post', () => {
  it('are kept normalized, with their tags and names parsed once', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const caption = `  cafe\u0301\u202e #ＬＩＧＨＴ\u200b  and @${ben.user.username}\n\n\n\nend `;
    const post = await aPost(ann, { caption });
    expect(post).toMatchObject({
      caption: `café #ＬＩＧＨＴ and @${ben.user.username}\n\nend`,
      hashtags: ['light'],
      mentions: [{ userId: ben.user.id, username: ben.user.username }],
    });
    const edited = await (await ann.call('PATCH', `/posts/${post.id}`, { caption: '#東京' })).json<Post>();
    expect(edited).toMatchObject({ hashtags: ['東京'], mentions: [] });
  });
});

describe('an edit of a post that was archived meanwhile', () => {
  it('changes nothing of it', async () => {
    const ann = await aUser();
    const post = await aPost(ann, { caption: 'first #one' });
    const read = (await loadPosts(services.shards, [post.id])).get(post.id);
    if (!read) throw new Error('the post is not there');
    await ann.call('POST', `/posts/${post.id}/archive`);
    const outboxId = services.ids.next(shardOfId(post.id), Date.now());
    const edit = { caption: 'second #two', hashtags: ['two'], mentions: [], people: [] };
    const altTexts = Object.fromEntries(read.mediaIds.map((id) => [id, 'A bay']));
    const edited = editPost(services.shards, read, { ...edit, altTexts }, outboxId, Date.now());
    await expect(edited.catch((error) => isAttachRefused(error))).resolves.toBe(true);
    await ann.call('POST', `/posts/${post.id}/restore`);
    const restored = await ann.call('GET', `/posts/${post.id}`);
    expect(await restored.json()).toMatchObject({ caption: 'first #one', hashtags: ['one'], media: [{ altText: '' }] });
    expect((await historyOf(ann, post.id)).versions).toEqual([]);
  });
});

describe('the history of a post', () => {
  it('shows what each edit replaced, newest first: words, place, descriptions and people', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const mediaId = await aMedium(ann);
    const tag = { mediaId, userId: ben.user.id, x: 0, y: 0 };
    const place = { lat: 48.2, lon: 16.37, name: 'Vienna' };
    const post = await aPost(ann, { caption: 'first', mediaIds: [mediaId], location: place, people: [tag] });
    expect(await historyOf(ben, post.id)).toEqual({ versions: [], nextCursor: null });
    await ann.call('PATCH', `/posts/${post.id}`, { caption: 'second', location: null });
    const described = await ann.call('PATCH', `/posts/${post.id}`, { altTexts: { [mediaId]: 'A bay' } });
    expect((await described.json<Post>()).media[0]?.altText).toBe('A bay');
    await ann.call('PATCH', `/posts/${post.id}`, { people: [] });
    const { versions } = await historyOf(ben, post.id);
    const shown = { mediaId, userId: ben.user.id, username: ben.user.username, x: 0, y: 0 };
    expect(versions.map(({ replacedAt: _, ...version }) => version)).toEqual([
      { caption: 'second', location: null, altTexts: { [mediaId]: 'A bay' }, people: [shown] },
      { caption: 'second', location: null, altTexts: { [mediaId]: '' }, people: [shown] },
      { caption: 'first', location: place, altTexts: { [mediaId]: '' }, people: [shown] },
    ]);
    const page = await historyOf(ben, post.id, '?limit=2');
    const rest = await historyOf(ben, post.id, `?limit=2&cursor=${page.nextCursor}`);
    expect([...page.versions, ...rest.versions]).toEqual(versions);
    expect(rest.nextCursor).toBeNull();
  });

  it('gets no version by an edit that changes nothing, and the post does not count as edited', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const mediaId = await aMedium(ann);
    const location = { lat: 48.85, lon: 2.29, name: 'Paris' };
    const people = [{ mediaId, userId: ben.user.id, x: 0.5, y: 0.25 }];
    const post = await aPost(ann, { caption: 'first #one', mediaIds: [mediaId], location, people });
    await ann.call('PATCH', `/posts/${post.id}`, { altTexts: { [mediaId]: 'A bay' } });
    const before = await read(ann, post.id);
    for (const edit of [
      { caption: ' first #one ' },
      { location, hideLikes: false, commentsOff: false },
      { people, mediaIds: [mediaId] },
      { altTexts: { [mediaId]: 'A bay' } },
    ]) {
      const response = await ann.call('PATCH', `/posts/${post.id}`, edit);
      expect(response.status).toBe(200);
      expect(await response.json<Post>()).toEqual(before);
    }
    expect((await historyOf(ann, post.id)).versions).toHaveLength(1);
    await ann.call('PATCH', `/posts/${post.id}`, { caption: 'first #one', location: null });
    expect((await historyOf(ann, post.id)).versions).toMatchObject([{ caption: 'first #one', location }, {}]);
  });

  it('does not hold who took their tag off, nor switches that nobody reads', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const mediaId = await aMedium(ann);
    const people = [{ mediaId, userId: ben.user.id, x: 0, y: 0 }];
    const post = await aPost(ann, { mediaIds: [mediaId], people });
    const switched = await ann.call('PATCH', `/posts/${post.id}`, { hideLikes: true, commentsOff: true });
    expect(await switched.json<Post>()).toMatchObject({ hideLikes: true, commentsOff: true, editedAt: null });
    await ann.call('PATCH', `/posts/${post.id}`, { caption: 'new words' });
    await ben.call('DELETE', `/posts/${post.id}/people/me`);
    expect((await historyOf(ann, post.id)).versions).toMatchObject([{ caption: '', people: [] }]);
  });

  it('is seen by whoever may see the post', async () => {
    const [ann, eve] = await Promise.all([aUser({ isPrivate: true }), aUser()]);
    const post = await aPost(ann);
    expect((await eve.call('GET', `/posts/${post.id}/history`)).status).toBe(404);
    expect((await ann.call('GET', `/posts/${post.id}/history?cursor=nonsense`)).status).toBe(422);
  });

  it('takes descriptions of its own media only', async () => {
    const ann = await aUser();
    const [post, other] = [await aPost(ann), await aPost(ann)];
    const foreign = other.media[0]?.id ?? '';
    const response = await ann.call('PATCH', `/posts/${post.id}`, { altTexts: { [foreign]: 'not mine' } });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ errors: [{ path: `altTexts.${foreign}` }] });
  });
});

describe('an archived post', () => {
  it('is seen by its author only, and comes back to where it was with its likes and comments', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    const [post, later] = [await aPost(ann), await aPost(ann)];
    await aComment(ben, post.id);
    await ben.call('POST', `/posts/${post.id}/like`);
    await expect.poll(() => feedOf(ben)).toEqual([later.id, post.id]);
    expect((await ann.call('POST', `/posts/${post.id}/archive`)).status).toBe(204);
    expect((await ann.call('POST', `/posts/${post.id}/archive`)).status).toBe(204);
    expect(await feedOf(ann)).toEqual([later.id]);
    await expect.poll(() => feedOf(ben)).toEqual([later.id]);
    for (const path of ['', '/comments', '/history', '/likes']) {
      expect((await ben.call('GET', `/posts/${post.id}${path}`)).status).toBe(404);
    }
    const profile = await (await ben.call('GET', `/users/${ann.user.id}`)).json<User>();
    expect(profile.counts.posts).toBe(1);
    const archive = postsPageSchema.parse(await (await ann.call('GET', '/posts/archived')).json<PostsPage>());
    expect(archive.posts.map(({ id }) => id)).toEqual([post.id]);
    // Its pictures are for the author alone.
    expect(archive.posts[0]?.media[0]?.urls?.feed).toContain('sig=');
    expect((await ann.call('PATCH', `/posts/${post.id}`, { caption: 'hidden edit' })).status).toBe(409);

    const restored = await (await ann.call('POST', `/posts/${post.id}/restore`)).json<Post>();
    expect(restored.media[0]?.urls?.feed).not.toContain('sig=');
    await expect.poll(() => feedOf(ben)).toEqual([later.id, post.id]);
    const back = await read(ben, post.id);
    expect([back.counts.comments, back.counts.likes, back.createdAt]).toEqual([1, 1, post.createdAt]);
    expect((await (await ann.call('GET', '/posts/archived')).json<PostsPage>()).posts).toEqual([]);
  });

  it('is archived and restored by its author only', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(ann);
    expect((await ben.call('POST', `/posts/${post.id}/archive`)).status).toBe(403);
    await ann.call('POST', `/posts/${post.id}/archive`);
    expect((await ben.call('POST', `/posts/${post.id}/restore`)).status).toBe(404);
  });
});
