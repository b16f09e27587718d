import { createScheduledController, evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { TimelineCell } from '../../../durable-objects/timeline-cell/timeline-cell.ts';
import {
  type FeedPage,
  feedPageSchema,
  type Post,
  type ShareAnswer,
  shareAnswerSchema,
} from '../../../shared/contracts/index.ts';
import { FIRST_ATTEMPT_MS } from '../../../shared/db/outbox/owe-work.ts';
import { beginShare } from '../../../shared/db/shares/change-share.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { aComment } from '../../../tests/support/a-comment.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';
import worker from '../../index.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

async function feedOf(user: TestUser, mode = 'latest'): Promise<FeedPage['posts']> {
  const response = await user.call('GET', `/feed?mode=${mode}`);
  expect(response.status).toBe(200);
  return feedPageSchema.parse(await response.json()).posts;
}

/** What a feed shows: posts, and by whom each was passed on. */
const linesOf = async (user: TestUser, mode?: string) =>
  (await feedOf(user, mode)).map(({ id, repostedBy }) => [id, repostedBy?.username ?? null]);

async function share(user: TestUser, postId: string): Promise<ShareAnswer> {
  const response = await user.call('POST', `/posts/${postId}/share`);
  expect(response.status).toBe(201);
  return shareAnswerSchema.parse(await response.json());
}

const readPost = async (user: TestUser, id: string) => (await user.call('GET', `/posts/${id}`)).json<Post>();

/** Ann writes, Ben passes on, Eve follows Ben. */
async function aChain() {
  const [ann, ben, eve] = await Promise.all([aUser(), aUser(), aUser()]);
  const post = await aPost(ann, { caption: 'worth passing on' });
  await eve.call('POST', `/users/${ben.user.id}/follow`);
  return { ann, ben, eve, post };
}

describe('a post that is passed on', () => {
  it.each(['latest', 'ranked'])('reaches followers in the %s feed with who passed it on, and counts', async (mode) => {
    const { ann, ben, eve, post } = await aChain();
    const answer = await share(ben, post.id);
    expect(answer).toMatchObject({ shared: true, shares: 1, repost: { id: expect.any(String) } });
    await expect.poll(() => linesOf(eve, mode)).toEqual([[post.id, ben.user.username]]);
    const [shown] = await feedOf(eve, mode);
    expect(shown).toMatchObject({ caption: 'worth passing on', author: { id: ann.user.id }, counts: { shares: 1 } });
    expect((await readPost(ben, post.id)).viewer.shared).toBe(true);
    expect((await readPost(eve, post.id)).viewer.shared).toBe(false);
    // Its author does not get it back.
    await ann.call('POST', `/users/${ben.user.id}/follow`);
    expect(await linesOf(ann, mode)).toEqual([[post.id, null]]);
  });

  it('is there for whoever follows later, and after the cell woke up again', async () => {
    const { ben, post } = await aChain();
    await share(ben, post.id);
    const late = await aUser();
    await late.call('POST', `/users/${ben.user.id}/follow`);
    expect(await linesOf(late)).toEqual([[post.id, ben.user.username]]);
    const cells = env.TIMELINE_CELL as unknown as DurableObjectNamespace<TimelineCell>;
    const [, claims = ''] = late.token.split('.');
    await evictDurableObject(cells.get(cells.idFromName(JSON.parse(atob(claims)).cell)));
    expect(await linesOf(late)).toEqual([[post.id, ben.user.username]]);
  });

  it('twice is passed on once, and gone from feeds when taken back; a second time it is new again', async () => {
    const { ben, eve, post } = await aChain();
    const first = await share(ben, post.id);
    expect(await share(ben, post.id)).toEqual(first);
    await expect.poll(() => linesOf(eve)).toHaveLength(1);
    const back = await ben.call('DELETE', `/posts/${post.id}/share`);
    expect(await back.json()).toEqual({ shared: false, shares: 0, repost: null });
    expect(await (await ben.call('DELETE', `/posts/${post.id}/share`)).json()).toMatchObject({ shares: 0 });
    await expect.poll(() => linesOf(eve)).toEqual([]);
    expect((await readPost(ben, post.id)).viewer.shared).toBe(false);
    const again = await share(ben, post.id);
    expect(again.repost?.id).not.toBe(first.repost?.id);
    await expect.poll(() => linesOf(eve)).toEqual([[post.id, ben.user.username]]);
    expect((await readPost(eve, post.id)).counts.shares).toBe(1);
  });

  it('by several people shows once a page, and as the post itself to who follows its author', async () => {
    const { ann, ben, eve, post } = await aChain();
    const other = await aUser();
    await eve.call('POST', `/users/${other.user.id}/follow`);
    await share(ben, post.id);
    await share(other, post.id);
    await expect.poll(() => linesOf(eve)).toEqual([[post.id, other.user.username]]);
    await eve.call('POST', `/users/${ann.user.id}/follow`);
    expect(await linesOf(eve)).toEqual([[post.id, null]]);
    expect((await readPost(eve, post.id)).counts.shares).toBe(2);
  });

  it('is counted exactly when many share and take back at once', async () => {
    const { ann, post } = await aChain();
    const people = await Promise.all(Array.from({ length: 6 }, () => aUser()));
    await Promise.all(people.flatMap((person) => [share(person, post.id), share(person, post.id)]));
    await Promise.all(people.slice(0, 2).map((person) => person.call('DELETE', `/posts/${post.id}/share`)));
    expect((await readPost(ann, post.id)).counts.shares).toBe(4);
  });
});

describe('a repost does not show', () => {
  it('to who mutes or blocks the author of the post, or is blocked by them', async () => {
    const { ann, ben, eve, post } = await aChain();
    await share(ben, post.id);
    await expect.poll(() => linesOf(eve)).toHaveLength(1);
    const ways: [TestUser, string][] = [
      [eve, `/users/${ann.user.id}/mute`],
      [eve, `/users/${ann.user.id}/block`],
      [ann, `/users/${eve.user.id}/block`],
    ];
    for (const [who, path] of ways) {
      await who.call('POST', path);
      expect(await linesOf(eve), path).toEqual([]);
      await who.call('DELETE', path);
      expect(await linesOf(eve), path).toHaveLength(1);
    }
  });

  it('once the post is deleted: it is deleted with its comments', async () => {
    const { ann, ben, eve, post } = await aChain();
    const answer = await share(ben, post.id);
    await aComment(eve, post.id);
    await expect.poll(() => linesOf(eve)).toHaveLength(1);
    await ann.call('DELETE', `/posts/${post.id}`);
    await expect.poll(() => linesOf(eve)).toEqual([]);
    await expect.poll(() => rowsLeft(post.id, answer.repost?.id ?? '')).toEqual({ comments: 0, reposts: 0 });
  });

  it('once the account of the post is private', async () => {
    const { ann, ben, eve, post } = await aChain();
    await share(ben, post.id);
    await expect.poll(() => linesOf(eve)).toHaveLength(1);
    await ann.call('PATCH', '/users/me', { isPrivate: true });
    await expect.poll(() => linesOf(eve), { timeout: 15_000 }).toEqual([]);
  }, 20_000);
});

describe('passing on is refused', () => {
  it('for one’s own post, for posts of private accounts, and for what one cannot see', async () => {
    const [ann, ben, eve] = await Promise.all([aUser({ isPrivate: true }), aUser(), aUser()]);
    const post = await aPost(ann);
    await ben.call('POST', `/users/${ann.user.id}/follow`);
    await ann.call('POST', `/follow-requests/${ben.user.id}/accept`);
    expect((await ann.call('POST', `/posts/${post.id}/share`)).status).toBe(403);
    expect((await ben.call('POST', `/posts/${post.id}/share`)).status).toBe(403);
    expect((await eve.call('POST', `/posts/${post.id}/share`)).status).toBe(404);
    expect((await eve.call('DELETE', `/posts/${post.id}/share`)).status).toBe(404);
  });
});

it('a repost whose process died right after the commit is delivered and counted by the sweep, once', async () => {
  const { ann, ben, eve, post } = await aChain();
  const { shards, ids } = servicesFor(env as unknown as WorkerEnv);
  const now = Date.now();
  const [repostId = '', entryOutboxId = '', shareOutboxId = '', noticeId = ''] = Array.from({ length: 4 }, () =>
    ids.next(shardOfId(ben.user.id), now),
  );
  const committed = { userId: ben.user.id, postId: post.id, authorId: ann.user.id, repostId };
  await beginShare(shards, committed, { entryOutboxId, shareOutboxId, noticeId }, now);
  expect(await linesOf(eve)).toEqual([]);
  expect((await readPost(eve, post.id)).counts.shares).toBe(0);
  for (const later of [FIRST_ATTEMPT_MS + 1, 3_600_000]) {
    const controller = createScheduledController({ scheduledTime: new Date(now + later), cron: '* * * * *' });
    await worker.scheduled(controller, env as unknown as WorkerEnv);
    await expect.poll(() => linesOf(eve)).toEqual([[post.id, ben.user.username]]);
    await expect.poll(async () => (await readPost(eve, post.id)).counts.shares).toBe(1);
  }
});

async function rowsLeft(postId: string, repostId: string): Promise<{ comments: number; reposts: number }> {
  let [comments, reposts] = [0, 0];
  for (const database of [env.SHARD_0, env.SHARD_1, env.SHARD_2, env.SHARD_3]) {
    const count = (statement: string, id: string) => database.prepare(statement).bind(id).first<number>('n');
    comments += (await count('SELECT count(*) AS n FROM comments WHERE post_id = ?', postId)) ?? 0;
    reposts += (await count(`SELECT count(*) AS n FROM posts WHERE id = ? AND state = 'published'`, repostId)) ?? 0;
  }
  return { comments, reposts };
}

it('a repost shows nothing any more once the post is archived, also where the data centre knew it', async () => {
  const [author, reader] = await Promise.all([aUser(), aUser()]);
  const post = await aPost(author);
  await reader.call('POST', `/posts/${post.id}/share`);
  const feedOf = async () => (await (await reader.call('GET', '/feed?mode=latest')).json<FeedPage>()).posts;
  await expect.poll(feedOf).toMatchObject([{ id: post.id }]);
  // A page that lacks a single post asks the data centre for it, which is offered what D1 answers.
  servicesFor(env as unknown as WorkerEnv).caches.posts.forget(post.id);
  expect(await feedOf()).toMatchObject([{ id: post.id }]);
  await author.call('POST', `/posts/${post.id}/archive`);
  await expect.poll(feedOf).toEqual([]);
});
