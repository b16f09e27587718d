import { createScheduledController } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { FeedPage } from '../../shared/contracts/index.ts';
import { changeFollow } from '../../shared/db/follows/change-follow.ts';
import { FIRST_ATTEMPT_MS } from '../../shared/db/outbox/owe-work.ts';
import { createPost } from '../../shared/db/posts/create-post.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import { aMedium } from '../../tests/support/a-medium.ts';
import { aUser, type TestUser } from '../../tests/support/a-user.ts';
import worker from '../index.ts';
import { workOff } from '../queues/fanout.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { newEdgeWork } from './run-edge-work.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards, ids } = services;

/** What is left when the process dies right after the commit: truth and outbox row, no message, no delivery. */
async function commitOnly(author: TestUser): Promise<{ postId: string; outboxId: string }> {
  const now = Date.now();
  const shard = shardOfId(author.user.id);
  const [postId, outboxId] = [ids.next(shard, now), ids.next(shard, now)];
  const mediaIds = [await aMedium(author)];
  const post = { caption: '', location: null, hideLikes: false, commentsOff: false, hashtags: [], mentions: [] };
  await createPost(shards, { ...post, id: postId, authorId: author.user.id, mediaIds, outboxId }, now);
  return { postId, outboxId };
}

/** The cron of a later minute. */
async function sweep(): Promise<void> {
  const scheduledTime = new Date(Date.now() + FIRST_ATTEMPT_MS + 1);
  await worker.scheduled(createScheduledController({ scheduledTime, cron: '* * * * *' }), env as unknown as WorkerEnv);
}

async function feedOf(user: TestUser): Promise<string[]> {
  const { posts } = await (await user.call('GET', '/feed?mode=latest')).json<FeedPage>();
  return posts.map(({ id }) => id);
}

async function owes(outboxId: string): Promise<boolean> {
  const row = await shards.forId(outboxId).d1.prepare('SELECT 1 FROM outbox WHERE id = ?').bind(outboxId).first();
  return row !== null;
}

async function aPair(): Promise<[TestUser, TestUser]> {
  const [ann, ben] = await Promise.all([aUser(), aUser()]);
  await ben.call('POST', `/users/${ann.user.id}/follow`);
  await ben.call('GET', '/feed?mode=latest');
  return [ann, ben];
}

describe('a process that dies', () => {
  it('between the commit and the queue loses no post: the sweep sends it', async () => {
    const [ann, ben] = await aPair();
    const { postId, outboxId } = await commitOnly(ann);
    expect(await feedOf(ben)).toEqual([]);
    await sweep();
    await expect.poll(() => feedOf(ben)).toEqual([postId]);
    await expect.poll(() => feedOf(ann)).toEqual([postId]);
    await expect.poll(() => owes(outboxId)).toBe(false);
  });

  it('between taking the message and delivering keeps the row, and the message’s second coming delivers', async () => {
    const [ann, ben] = await aPair();
    const { postId, outboxId } = await commitOnly(ann);
    expect(await owes(outboxId)).toBe(true);
    const item = { id: outboxId, work: { topic: 'post' as const, postId } };
    expect((await workOff(services, [item])).done).toEqual(new Set([outboxId]));
    expect(await feedOf(ben)).toEqual([postId]);
  });

  it('between delivering and settling delivers twice, which shows once', async () => {
    const [ann, ben] = await aPair();
    const { postId, outboxId } = await commitOnly(ann);
    const item = { id: outboxId, work: { topic: 'post' as const, postId } };
    await workOff(services, [item]);
    await sweep();
    await expect.poll(() => owes(outboxId)).toBe(false);
    expect(await feedOf(ben)).toEqual([postId]);
  });

  it('between following and telling the cell is repaired: edge, counts and recent posts', async () => {
    const [ann, ben] = await Promise.all([aUser(), aUser()]);
    const { postId } = await commitOnly(ann);
    const now = Date.now();
    const work = newEdgeWork({ ids }, ben.user.id, now);
    await changeFollow(shards, { followerId: ben.user.id, followeeId: ann.user.id }, 'following', work, now);
    expect(await feedOf(ben)).toEqual([]);
    await sweep();
    await expect.poll(() => feedOf(ben)).toEqual([postId]);
    const profile = await (await ben.call('GET', `/users/${ann.user.id}`)).json<{ counts: { followers: number } }>();
    expect(profile.counts.followers).toBe(1);
  });
});
