import { SELF } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { type Post, type PostsPage, postSchema } from '../../../shared/contracts/index.ts';
import { aComment } from '../../../tests/support/a-comment.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser } from '../../../tests/support/a-user.ts';

/** A post with a like and a comment that its author archived, and somebody who follows them. */
async function anArchivedPost() {
  const [ann, ben] = await Promise.all([aUser(), aUser()]);
  await ben.call('POST', `/users/${ann.user.id}/follow`);
  const post = await aPost(ann, { caption: 'put away' });
  await aComment(ben, post.id);
  await ben.call('POST', `/posts/${post.id}/like`);
  await expect.poll(async () => (await get(post.id)).counts.likes, { timeout: 10_000 }).toBe(1);
  expect((await ann.call('POST', `/posts/${post.id}/archive`)).status).toBe(204);
  return { ann, ben, post };
}

async function get(id: string): Promise<Post> {
  return (await SELF.fetch(`https://rimlight.test/api/v1/posts/${id}`)).json<Post>();
}

it('is read by its author, who is told that it is archived', async () => {
  const { ann, post } = await anArchivedPost();
  const answer = await ann.call('GET', `/posts/${post.id}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toContain('private');
  const archived = postSchema.parse(await answer.json());
  expect(archived).toMatchObject({ id: post.id, caption: 'put away', archived: true });
  expect(archived.counts).toMatchObject({ likes: 1, comments: 1 });
  expect(archived.media[0]?.urls?.feed).toContain('sig=');
  const list = await (await ann.call('GET', '/posts/archived')).json<PostsPage>();
  expect(list.posts[0]).toMatchObject({ id: post.id, archived: true });

  const restored = await (await ann.call('POST', `/posts/${post.id}/restore`)).json<Post>();
  expect(restored).not.toHaveProperty('archived');
  expect(await get(post.id)).not.toHaveProperty('archived');
});

it('is not there for anybody else, in any way', async () => {
  const { ben, post } = await anArchivedPost();
  const stranger = await aUser();
  for (const other of [ben, stranger]) {
    for (const path of ['', '/comments', '/likes', '/history']) {
      expect((await other.call('GET', `/posts/${post.id}${path}`)).status).toBe(404);
    }
    for (const path of ['save', 'share', 'restore', 'archive']) {
      expect((await other.call('POST', `/posts/${post.id}/${path}`)).status).toBe(404);
    }
    expect((await other.call('PATCH', `/posts/${post.id}`, { caption: 'mine' })).status).toBe(404);
    expect((await other.call('DELETE', `/posts/${post.id}`)).status).toBe(404);
  }
  for (const path of [`/api/v1/posts/${post.id}`, `/api/v1/posts/${post.id}/comments`, `/p/${post.id}`]) {
    expect((await SELF.fetch(`https://rimlight.test${path}`)).status).toBe(404);
  }
});

it('is neither liked nor commented on nor passed on, by its author either', async () => {
  const { ann, ben, post } = await anArchivedPost();
  for (const path of ['like', 'save', 'share']) {
    // What a like needs to know of a post may be some seconds old.
    const statusOf = async () => (await ann.call('POST', `/posts/${post.id}/${path}`)).status;
    await expect.poll(statusOf, { timeout: 15_000, interval: 500 }).toBe(404);
  }
  expect((await ann.call('POST', `/posts/${post.id}/comments`, { text: 'still here' })).status).toBe(404);
  expect((await ann.call('GET', `/posts/${post.id}/comments`)).status).toBe(404);
  expect((await ann.call('PATCH', `/posts/${post.id}`, { caption: 'changed' })).status).toBe(409);
  const conversation = await ann.call('POST', '/conversations', { userId: ben.user.id });
  const { id } = await conversation.json<{ id: string }>();
  const sent = await ann.call('POST', `/conversations/${id}/messages`, { postId: post.id });
  expect(sent.status).toBe(404);
});

it('does not open a deleted post or a draft to its author', async () => {
  const { ann, post } = await anArchivedPost();
  const draft = await (await ann.call('POST', '/drafts', { caption: 'not yet' })).json<{ id: string }>();
  expect((await ann.call('GET', `/posts/${draft.id}`)).status).toBe(404);
  expect((await ann.call('DELETE', `/posts/${post.id}`)).status).toBe(204);
  expect((await ann.call('GET', `/posts/${post.id}`)).status).toBe(404);
});
