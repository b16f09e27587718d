import type { Redis } from 'ioredis';
import { FANOUT_GROUP, keys, TIMELINE_LENGTH } from './keys.ts';

/** Posts taken from the stream at once. */
const POSTS_A_READ = 100;
/** Followers whose timelines are written by one pipeline. */
export const FOLLOWERS_A_PIPELINE = 1_000;
/** Enough to keep Redis busy; more would only fill memory. */
const PIPELINES_UNDER_WAY = 8;
const BLOCK_MS = 1_000;

type StreamEntry = [id: string, fields: string[]];

/**
 * Reads posts from the durable stream and adds each to its followers' timelines. An entry is acknowledged when all of them have it; what
 * an earlier process left unacknowledged comes first.
 */
export async function runFanout(reader: Redis, writer: Redis, consumer: string): Promise<never> {
  let from = '0';
  for (;;) {
    const read = (await reader.xreadgroup(
      'GROUP',
      FANOUT_GROUP,
      consumer,
      'COUNT',
      POSTS_A_READ,
      'BLOCK',
      BLOCK_MS,
      'STREAMS',
      keys.fanout,
      from,
    )) as [string, StreamEntry[]][] | null;
    const entries = read?.[0]?.[1] ?? [];
    if (entries.length > 0) await deliver(writer, entries);
    else from = '>';
  }
}

async function deliver(redis: Redis, entries: StreamEntry[]): Promise<void> {
  const followers = await Promise.all(entries.map(([, fields]) => redis.smembers(keys.followers(fields[3] ?? ''))));
  const writes: Promise<unknown>[] = [];
  let pipeline = redis.pipeline();
  for (const [at, [, fields]] of entries.entries()) {
    const post = fields[1] ?? '';
    for (const follower of followers[at] ?? []) {
      const timeline = keys.timeline(follower);
      pipeline.zadd(timeline, 0, post).zremrangebyrank(timeline, 0, -TIMELINE_LENGTH - 1);
      if (pipeline.length < 2 * FOLLOWERS_A_PIPELINE) continue;
      writes.push(pipeline.exec());
      pipeline = redis.pipeline();
      if (writes.length >= PIPELINES_UNDER_WAY) await writes.shift();
    }
  }
  if (pipeline.length > 0) writes.push(pipeline.exec());
  await Promise.all(writes);
  await redis.xack(keys.fanout, FANOUT_GROUP, ...entries.map(([id]) => id));
}
