import { runDurableObjectAlarm } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { aPost } from '../../tests/support/a-post.ts';
import { aUser } from '../../tests/support/a-user.ts';
import { aWorld } from '../../tests/support/a-world.ts';
import { refuseReports } from '../../tests/support/refuse-reports.ts';

/** A post's row counts a like within this (docs/architecture.md). */
const BEHIND_MS = 10_000;

describe('a like that a cell has taken', () => {
  it(`is in the count of the post's row in D1 within ${BEHIND_MS} ms, and so is its end`, async () => {
    const [author, fan] = await Promise.all([aUser(), aUser()]);
    const post = await aPost(author);
    const { likeCount, likersOf } = aWorld();
    for (const [method, count] of [
      ['POST', 1],
      ['DELETE', 0],
    ] as const) {
      const likedAt = Date.now();
      expect((await fan.call(method, `/posts/${post.id}/like`)).status).toBe(200);
      await expect.poll(() => likeCount(post.id), { timeout: BEHIND_MS }).toBe(count);
      expect(Date.now() - likedAt).toBeLessThan(BEHIND_MS);
      await expect.poll(() => likersOf(post.id)).toHaveLength(count);
    }
  });

  it('is there within the same time when its first report failed', async () => {
    const { cell, author, publish, likeCount, likersOf } = aWorld();
    const [authorId, fan] = [author(), author()];
    const postId = await publish(authorId);
    const accept = await refuseReports(postId);
    const likedAt = Date.now();
    await cell.like({ userId: fan, postId, authorId, authorIsPrivate: false }, true, likedAt);
    await expect(runDurableObjectAlarm(cell)).rejects.toThrow('refused');
    expect(await likeCount(postId)).toBe(0);
    await accept();
    await expect.poll(() => likeCount(postId), { timeout: BEHIND_MS }).toBe(1);
    expect(Date.now() - likedAt).toBeLessThan(BEHIND_MS);
    expect(await likersOf(postId)).toEqual([fan]);
  });
});
