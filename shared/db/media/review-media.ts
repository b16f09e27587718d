import { and, asc, eq, ne, sql } from 'drizzle-orm';
import type { Verdict } from '../../domain/media/judge-listed.ts';
import { media, posts } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import type { MediaRow } from './media-row.ts';

/** Held photos that one look at the queue answers from each database. */
const QUEUE_SIZE = 50;
/** Failed media that one replay takes up from each database. */
const REPLAY_SIZE = 100;

/** Photos that wait for a person's decision, the oldest first. */
export async function listHeldMedia(shards: ShardRouter): Promise<MediaRow[]> {
  const lists = await Promise.all(
    shards.all().map(({ db }) =>
      db
        .select()
        .from(media)
        .where(and(eq(media.moderation, 'held'), ne(media.state, 'deleted')))
        .orderBy(asc(media.id))
        .limit(QUEUE_SIZE),
    ),
  );
  return lists.flat().sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Stores a reviewer's decision. Posts that show the medium get a new revision, so that no cached card outlives it. */
export async function reviewMedia(
  shards: ShardRouter,
  id: string,
  { state, reason }: Verdict,
  now: number,
): Promise<MediaRow | undefined> {
  const { db } = shards.forId(id);
  const [[row]] = await db.batch([
    db
      .update(media)
      .set({ moderation: state, moderationReason: reason, updatedAt: now })
      .where(and(eq(media.id, id), ne(media.state, 'deleted')))
      .returning(),
    db
      .update(posts)
      .set({ revision: sql`${posts.revision} + 1` })
      .where(sql`${posts.id} IN (SELECT post_id FROM post_media WHERE media_id = ${id})`),
  ]);
  return row;
}

/** Puts media that failed on our side back to where they were before processing; answers their ids. */
export async function replayFailed(shards: ShardRouter, now: number): Promise<string[]> {
  const lists = await Promise.all(
    shards.all().map(({ db }) =>
      db.all<{ id: string }>(sql`
        UPDATE media SET state = 'uploaded', attempts = 0, error_code = NULL, updated_at = ${now}
        WHERE id IN (
          SELECT id FROM media WHERE state = 'failed' AND error_code = 'processing-failed' AND source_etag IS NOT NULL
          LIMIT ${REPLAY_SIZE})
        RETURNING id`),
    ),
  );
  return lists.flat().map(({ id }) => id);
}
