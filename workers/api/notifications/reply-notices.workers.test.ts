import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import type { CommentsPage } from '../../../shared/contracts/index.ts';
import { insertComment } from '../../../shared/db/comments/insert-comment.ts';
import { noticeOf } from '../../../shared/domain/notifications/notice.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { aComment } from '../../../tests/support/a-comment.ts';
import { aPost } from '../../../tests/support/a-post.ts';
import { aUser, type TestUser } from '../../../tests/support/a-user.ts';
import { linesOf, unreadOf } from '../../../tests/support/an-inbox.ts';
import { workOff } from '../../queues/fanout.ts';
import { servicesFor, type WorkerEnv } from '../../services.ts';

const services = servicesFor(env as unknown as WorkerEnv);
const { shards, ids } = services;
const name = ({ user }: TestUser) => user.username;

describe('an answer to a reply', () => {
  it('is told to whom it answers and to whose thread it joins, once each, until it is deleted', async () => {
    const [author, ann, ben, cem] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    const head = await aComment(ann, post.id);
    const reply = await aComment(ben, post.id, { parentId: head.id });
    const answer = await aComment(cem, post.id, { parentId: reply.id });
    await expect.poll(() => linesOf(ben)).toEqual([`reply by ${name(cem)}`]);
    await expect.poll(() => linesOf(ann)).toEqual([`reply by ${name(cem)}`, `reply by ${name(ben)}`]);
    await expect.poll(() => linesOf(author)).toHaveLength(3);
    // Answering oneself in somebody's thread is news to whose thread it is only.
    await aComment(cem, post.id, { parentId: answer.id });
    await expect.poll(() => unreadOf(ann)).toBe(3);
    expect(await linesOf(cem)).toEqual([]);
    await ben.call('DELETE', `/comments/${reply.id}`);
    expect(await linesOf(ben)).toEqual([`reply by ${name(cem)}`]);
    await cem.call('DELETE', `/comments/${answer.id}`);
    await expect.poll(() => unreadOf(ben)).toBe(0);
    await expect.poll(() => unreadOf(ann)).toBe(1);
  });

  it('is told once to somebody who is answered in their own thread', async () => {
    const [author, ann, ben] = await Promise.all([aUser(), aUser(), aUser()]);
    const post = await aPost(author);
    const head = await aComment(ann, post.id);
    const own = await aComment(ann, post.id, { parentId: head.id });
    await aComment(ben, post.id, { parentId: own.id });
    await expect.poll(() => linesOf(ann)).toEqual([`reply by ${name(ben)}`]);
    expect(await unreadOf(ann)).toBe(1);
  });
});

/** A thread of whose comments everybody but its writers heard, and whose head is liked. */
async function aThread() {
  const [author, ann, ben, cem] = await Promise.all([aUser(), aUser(), aUser(), aUser()]);
  const post = await aPost(author);
  const head = await aComment(ann, post.id);
  await aComment(ben, post.id, { parentId: head.id, text: `see @${name(cem)}` });
  await ben.call('POST', `/comments/${head.id}/like`);
  await expect.poll(() => unreadOf(author)).toBe(2);
  await expect.poll(() => unreadOf(ann)).toBe(2);
  await expect.poll(() => unreadOf(cem)).toBe(1);
  return { post, head, author, ann, ben, cem };
}

describe('what replies told counts as unread no more, before anybody looks', () => {
  it('when their thread is deleted', async () => {
    const { head, author, ann, cem } = await aThread();
    expect((await author.call('DELETE', `/comments/${head.id}`)).status).toBe(204);
    for (const user of [author, ann, cem]) await expect.poll(() => unreadOf(user)).toBe(0);
    expect(await linesOf(cem)).toEqual([]);
  });

  it('when their post is deleted', async () => {
    const { post, author, ann, cem } = await aThread();
    expect((await author.call('DELETE', `/posts/${post.id}`)).status).toBe(204);
    for (const user of [author, ann, cem]) await expect.poll(() => unreadOf(user)).toBe(0);
  });

  it('when the account of their writer is deleted', async () => {
    const { author, ann, ben, cem } = await aThread();
    expect((await ben.call('DELETE', '/users/me', { password: ben.password })).status).toBe(204);
    await expect.poll(() => unreadOf(cem)).toBe(0);
    await expect.poll(() => unreadOf(author)).toBe(1);
    await expect.poll(() => unreadOf(ann)).toBe(1);
  });

  it('when there are more of them than one message names', async () => {
    const { post, head, author, ben, cem } = await aThread();
    const now = Date.now();
    const mentions = [{ userId: cem.user.id, username: name(cem) }];
    const rest = {
      parentId: head.id,
      answeredUserId: null,
      hashtags: [],
      heldReason: null,
      clientKey: null,
      noticeId: null,
    };
    const about = { kind: 'comment' as const, postId: post.id, formerIds: [] };
    const works = await Promise.all(
      Array.from({ length: 120 }, async () => {
        const id = ids.next(shardOfId(post.id), now);
        const written = { id, postId: post.id, authorId: ben.user.id, text: `@${name(cem)}`, mentions, ...rest };
        await insertComment(shards, written, now);
        return { id: ids.next(0, now), work: { topic: 'notice' as const, about: { ...about, commentId: id } } };
      }),
    );
    await workOff(services, works);
    expect(await unreadOf(cem)).toBe(121);
    await author.call('DELETE', `/comments/${head.id}`);
    await expect.poll(() => unreadOf(cem)).toBe(0);
  });

  it('when the message that told of them comes last', async () => {
    const { post, head, author, cem } = await aThread();
    const [reply] = (await (await author.call('GET', `/comments/${head.id}/replies`)).json<CommentsPage>()).comments;
    await author.call('DELETE', `/comments/${head.id}`);
    await expect.poll(() => unreadOf(cem)).toBe(0);
    const subject = noticeOf.comment('mention', { commentId: reply?.id ?? '', postId: post.id, actorId: 'ben' });
    const from = [{ userId: 'ben', followed: false, at: 1 }];
    const late = { ...subject, version: Date.now(), gone: false, at: 1, from };
    expect(await services.stubs.inbox(cem.user.id).apply([late], services.config.INBOX_KEEP)).toBe(0);
  });
});
