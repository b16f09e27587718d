import { and, eq, lt, sql } from 'drizzle-orm';
import { media, mediaParts } from '../schema/index.ts';
import type { Shard } from '../shard-router.ts';

/** Media taken up by one sweep of one database. */
const SWEEP_SIZE = 100;
/** An upload that nothing came of, and a finished medium that nothing shows, are kept this long. */
export const ORPHAN_MS = 24 * 3_600_000;
/** An upload URL and a slow upload that began just before its end are over by then. */
const MAX_UPLOAD_MS = 2 * 3_600_000;

/**
 * Ids of media whose message was lost: uploaded, or held by a worker that died. An uploaded one is touched, so that the
 * next sweep leaves it alone for a lease.
 */
export async function claimStuckMedia(shard: Shard, leaseMs: number, now: number): Promise<string[]> {
  const rows = await shard.db.all<{ id: string }>(sql`
    UPDATE media SET updated_at = CASE state WHEN 'uploaded' THEN ${now} ELSE updated_at END
    WHERE id IN (
      SELECT id FROM media WHERE state IN ('uploaded', 'processing') AND updated_at < ${now - leaseMs} LIMIT ${SWEEP_SIZE})
    RETURNING id`);
  return rows.map(({ id }) => id);
}

export type Orphan = { id: string; uploadId: string | null; streamId: string | null; perceptualHash: string | null };

/**
 * Marks orphans deleted, so that nobody can attach them any more, and answers the deleted ids whose bytes are due, those
 * that were looked at longest ago first.
 */
export async function claimOrphans(shard: Shard, now: number): Promise<Orphan[]> {
  await shard.db.run(sql`
    UPDATE media SET state = 'deleted', updated_at = ${now}
    WHERE id IN (
      SELECT id FROM media WHERE state IN ('pending', 'uploaded', 'processing', 'ready', 'failed') AND attached = 0
        AND updated_at < ${now - ORPHAN_MS} LIMIT ${SWEEP_SIZE})`);
  return shard.db.all<Orphan>(sql`
    SELECT id, upload_id AS uploadId, stream_id AS streamId, perceptual_hash AS perceptualHash FROM media WHERE state = 'deleted' ORDER BY updated_at LIMIT ${SWEEP_SIZE}`);
}

/**
 * After the bytes are gone: forgets the rows, but for those young enough that bytes may still arrive by an upload URL.
 * They are looked at again.
 */
export async function forgetMedia(shard: Shard, ids: readonly string[], now: number): Promise<void> {
  const deleted = and(
    eq(media.state, 'deleted'),
    sql`${media.id} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  await shard.db.batch([
    shard.db
      .delete(mediaParts)
      .where(sql`${mediaParts.mediaId} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`),
    shard.db.delete(media).where(and(deleted, lt(media.createdAt, now - MAX_UPLOAD_MS))),
    shard.db.update(media).set({ updatedAt: now }).where(deleted),
  ]);
}
