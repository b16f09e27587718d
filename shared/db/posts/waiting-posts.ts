import { sql } from 'drizzle-orm';
import { commitBatch } from '../commit-batch.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';
import { hasUnready, mayAppear, type Occasion } from './publish-draft.ts';

/** Waiting posts of one database that one run of the cron takes up. */
const SWEEP_SIZE = 100;
/** A post waits this long for its media; then it is an ordinary draft, for nobody expects it to appear any more. */
export const WAIT_MS = 24 * 3_600_000;

/** Lets a draft, with a medium that is not ready, publish itself. False when it is no draft or nothing keeps it back. */
export async function waitForMedia(
  shards: ShardRouter,
  postId: string,
  occasion: Occasion,
  now: number,
): Promise<boolean> {
  const [changed = 0] = await commitBatch(shards.forId(postId), [
    sql`UPDATE posts SET state = 'waiting', publish_at = ${now}, revision = revision + 1
      WHERE id = ${postId} AND state <> 'waiting' AND ${mayAppear(occasion, now)} AND ${hasUnready(sql`${postId}`)}`,
  ]);
  return changed > 0;
}

/** The posts that wait for a medium: at most one, for a medium is in one post. */
export async function listWaitingFor(shards: ShardRouter, mediaId: string): Promise<string[]> {
  const rows = await shards.forId(mediaId).db.all<{ id: string }>(sql`
    SELECT p.id FROM post_media AS pm JOIN posts AS p ON p.id = pm.post_id
    WHERE pm.media_id = ${mediaId} AND p.state = 'waiting'`);
  return rows.map(({ id }) => id);
}

/** Waiting posts of a database that nothing keeps back any more: whoever was to publish them died. */
export async function listReadyPosts({ db }: Shard): Promise<string[]> {
  const rows = await db.all<{ id: string }>(sql`
    SELECT id FROM posts WHERE state = 'waiting' AND NOT ${hasUnready(sql`posts.id`)}
    ORDER BY publish_at LIMIT ${SWEEP_SIZE}`);
  return rows.map(({ id }) => id);
}

/** Makes drafts of the posts of a database that have waited for longer than `WAIT_MS`. */
export async function endLongWaits({ db }: Shard, now: number): Promise<void> {
  await db.run(sql`
    UPDATE posts SET state = 'draft', publish_at = NULL, revision = revision + 1
    WHERE id IN (
      SELECT id FROM posts WHERE state = 'waiting' AND publish_at < ${now - WAIT_MS} AND ${hasUnready(sql`posts.id`)}
      ORDER BY publish_at LIMIT ${SWEEP_SIZE})`);
}
