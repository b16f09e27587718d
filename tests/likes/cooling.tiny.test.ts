import { runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import type { PostCounter } from '../../durable-objects/post-counter/post-counter.ts';
import { ROOT_LANE, ROW_LANE } from '../../shared/domain/likes/choose-shards.ts';
import { aWorld } from '../support/a-world.ts';

// LIKE_HOT_REPORTS is 2 here (vitest.config.ts): a post is hot from its second report on.
const counters = env.POST_COUNTER as unknown as DurableObjectNamespace<PostCounter>;
/** Reports that other cells make between two of ours: enough for several shards. */
const OTHERS = 1_000;
/** Longer than two windows of heat. */
const LATER_MS = 30_000;
const SETTLES = { timeout: 20_000, interval: 50 };

it('reports a hot post to a shard of its counter, and to its row again when it has cooled', async () => {
  const { cell, author, publish, likeCount } = aWorld();
  const authorId = author();
  const postId = await publish(authorId);
  const root = counters.get(counters.idFromName(postId));
  let likes = 0;
  let sequence = 0;
  const others = (calls: number, now?: number) => {
    sequence += 1;
    return root.report({ reporter: 'others', likes: 0, sequence }, calls, now);
  };
  const lanes = () =>
    runInDurableObject(cell, (_cell, { storage }) =>
      Object.fromEntries(
        storage.sql
          .exec<{ lane: string; likes: number }>('SELECT lane, likes FROM like_lanes WHERE post_id = ?', postId)
          .toArray()
          .map((row) => [row.lane, row.likes]),
      ),
    );
  /** Somebody likes, and the cell reports: the lane that it took. */
  const reportOne = async () => {
    const before = await lanes();
    const target = { userId: author(), postId, authorId, authorIsPrivate: false };
    await cell.like(target, true, Date.now());
    likes += 1;
    await runDurableObjectAlarm(cell);
    const after = await lanes();
    return Object.keys(after).find((lane) => after[lane] !== (before[lane] ?? 0));
  };
  const isShard = (lane: string | undefined) => lane !== undefined && lane !== ROW_LANE && lane !== ROOT_LANE;

  let lane: string | undefined;
  await expect
    .poll(async () => {
      await others(OTHERS);
      lane = await reportOne();
      return isShard(lane);
    }, SETTLES)
    .toBe(true);
  const shard = counters.get(counters.idFromName(`${postId}/${lane}`));
  expect(await others(1, Date.now() + LATER_MS)).toMatchObject({ shards: 0 });
  // Shards hear of it when they pass their sum on, and cells with their next report.
  await expect
    .poll(async () => {
      await runDurableObjectAlarm(shard);
      return reportOne();
    }, SETTLES)
    .toBe(ROW_LANE);
  await expect.poll(() => likeCount(postId), SETTLES).toBe(likes);
}, 60_000);
