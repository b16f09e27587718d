import { type SQL, sql } from 'drizzle-orm';
import { commitBatch } from '../commit-batch.ts';
import type { OutboxWork } from '../outbox/outbox-work.ts';
import { FIRST_ATTEMPT_MS } from '../outbox/owe-work.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';
import { restrictMedia } from './media-of-post.ts';

/** Posts of one database that one run of the cron publishes. */
const DUE_SIZE = 100;
/** A run that took a post up has it for this long: longer than until the next run, which may begin before it is done. */
const LEASE_MS = 2 * 60_000;

export type Publication = { postId: string; entryId: string; outboxId: string };
/** Why a draft is published: its author asks for it now, or it publishes itself, as long as they have not changed their mind. */
export type Occasion = 'asked' | 'due';

/**
 * Publishes a draft whose media are all ready under a fresh entry, and owes the work to the audience, in one batch.
 * Whoever comes second finds no draft any more: false, and nothing is owed.
 */
export async function publishDraft(
  shards: ShardRouter,
  { postId, entryId, outboxId }: Publication,
  occasion: Occasion,
  now: number,
): Promise<boolean> {
  const work: OutboxWork = { topic: 'post', postId };
  const isOurs = sql`EXISTS (SELECT 1 FROM posts WHERE id = ${postId} AND entry_id = ${entryId})`;
  const [published = 0] = await commitBatch(shards.forId(postId), [
    sql`UPDATE posts SET state = 'published', entry_id = ${entryId}, created_at = ${now}, publish_at = NULL, revision = revision + 1
      WHERE id = ${postId} AND ${mayAppear(occasion, now)}
        AND EXISTS (SELECT 1 FROM post_media WHERE post_id = ${postId}) AND NOT ${hasUnready(sql`${postId}`)}`,
    sql`${restrictMedia(postId, false)} AND ${isOurs}`,
    sql`INSERT INTO outbox (id, topic, payload, created_at, due_at)
      SELECT ${outboxId}, ${work.topic}, ${JSON.stringify(work)}, ${now}, ${now + FIRST_ATTEMPT_MS} WHERE ${isOurs}`,
  ]);
  return published > 0;
}

/**
 * Condition: a draft may be published. Of one that publishes itself, the time has come, or is what the run that took it up
 * `now` has set: called off or moved meanwhile, it stays.
 */
export function mayAppear(occasion: Occasion, now: number): SQL {
  if (occasion === 'asked') return sql`state IN ('draft', 'scheduled', 'waiting')`;
  return sql`(state = 'waiting' OR (state = 'scheduled' AND (publish_at <= ${now} OR publish_at = ${now + LEASE_MS})))`;
}

/** Condition: a medium of the post is not ready. */
export function hasUnready(postId: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM post_media AS pm LEFT JOIN media AS m ON m.id = pm.media_id
    WHERE pm.post_id = ${postId} AND m.state IS NOT 'ready')`;
}

/** Scheduled posts of a database that are due, the longest waiting first. */
export function listDuePosts(shard: Shard, now: number): Promise<{ id: string; authorId: string }[]> {
  return shard.db.all<{ id: string; authorId: string }>(sql`
    SELECT id, author_id AS authorId FROM posts WHERE state = 'scheduled' AND publish_at <= ${now}
    ORDER BY publish_at LIMIT ${DUE_SIZE}`);
}

/**
 * Takes a due post up: of runs that overlap one gets it. A run that dies leaves it to one after `LEASE_MS`.
 */
export async function takeDue(shard: Shard, postId: string, now: number): Promise<boolean> {
  const { meta } = await shard.db.run(sql`UPDATE posts SET publish_at = ${now + LEASE_MS}
    WHERE id = ${postId} AND state = 'scheduled' AND publish_at <= ${now}`);
  return meta.changes > 0;
}

/**
 * Puts off what is due of an author past their limit, and the post that was taken up, until they may publish again (Unix ms):
 * looked at every minute, it would keep everybody else's from being looked at.
 */
export async function postponeDue(
  shard: Shard,
  { id, authorId }: { id: string; authorId: string },
  now: number,
  until: number,
): Promise<void> {
  await shard.db.run(sql`UPDATE posts SET publish_at = ${until}
    WHERE author_id = ${authorId} AND state = 'scheduled' AND (publish_at <= ${now} OR id = ${id})`);
}
