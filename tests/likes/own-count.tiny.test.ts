import { runDurableObjectAlarm } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { PostCounter } from '../../durable-objects/post-counter/post-counter.ts';
import { loadPostCounts, type PostCounts } from '../../shared/db/posts/load-posts.ts';
import { likesBeside } from '../../shared/domain/likes/pending-likes.ts';
import { servicesFor, type WorkerEnv } from '../../workers/services.ts';
import { aWorld } from '../support/a-world.ts';

// LIKE_HOT_REPORTS is 2 here (vitest.config.ts): a post is hot from its second report on.
const counters = env.POST_COUNTER as unknown as DurableObjectNamespace<PostCounter>;
const { shards } = servicesFor(env as unknown as WorkerEnv);
/** Reports of other cells: enough for several shards. */
const OTHERS = 1_000;
const SETTLES = { timeout: 20_000, interval: 50 };

async function aLikedPost() {
  const { cell, author, publish } = aWorld();
  const authorId = author();
  const reader = author();
  const postId = await publish(authorId);
  const held: PostCounts[] = [];
  let likes = 0;
  const pendingLikes = async () => {
    const [marks] = await cell.describePosts(reader, [postId]);
    if (!marks) throw new Error('the cell describes every post');
    return marks.pendingLikes;
  };
  return {
    postId,
    root: counters.get(counters.idFromName(postId)),
    report: () => runDurableObjectAlarm(cell),
    /** Keeps the count as the row has it now, as an isolate would. */
    hold: async () => {
      const count = (await loadPostCounts(shards, [postId])).get(postId);
      if (count) held.push(count);
      return count?.likes;
    },
    like: async () => {
      await cell.like({ userId: author(), postId, authorId, authorIsPrivate: false }, true, Date.now());
      likes += 1;
    },
    likes: () => likes,
    /** What the cell's users see beside each count that is held, new or old. */
    shown: async () => {
      const pending = await pendingLikes();
      return [...new Set(held.map((count) => count.likes + likesBeside(pending, count.likesTo)))];
    },
    arePlaced: async () => (await pendingLikes()).reported.every(({ from }) => Number.isFinite(from)),
  };
}

it('shows the likes of a cell once beside any count, on their way to the row and through the counter', async () => {
  const { root, report, hold, like, likes, shown } = await aLikedPost();
  await hold();
  // The first reports go to the row, later ones to the root.
  for (let round = 0; round < 6; round++) {
    await like();
    expect(await shown()).toEqual([likes()]);
    await report();
    expect(await shown()).toEqual([likes()]);
    if (round === 4) await runDurableObjectAlarm(root);
    await hold();
    expect(await shown()).toEqual([likes()]);
  }
  await runDurableObjectAlarm(root);
  expect(await hold()).toBe(likes());
  expect(await shown()).toEqual([likes()]);
});

it('learns from a shard where the counter has its likes', async () => {
  const { postId, root, report, hold, like, likes, shown, arePlaced } = await aLikedPost();
  await hold();
  let sequence = 0;
  for (const _round of [1, 2, 3]) {
    sequence += 1;
    await root.report({ reporter: 'others', likes: 0, sequence }, OTHERS);
    await like();
    await report();
  }
  const counterShards = Array.from({ length: 16 }, (_, index) => index + 1).map((shard) =>
    counters.get(counters.idFromName(`${postId}/${shard}`)),
  );
  await like();
  await report();
  expect(await arePlaced()).toBe(false);
  await hold();
  expect(await shown()).toEqual([likes()]);
  await expect
    .poll(async () => {
      for (const shard of counterShards) await runDurableObjectAlarm(shard);
      await runDurableObjectAlarm(root);
      await report();
      return hold();
    }, SETTLES)
    .toBe(likes());
  await report();
  expect(await arePlaced()).toBe(true);
  expect(await shown()).toEqual([likes()]);
}, 60_000);
