import { and, eq, lt, sql } from 'drizzle-orm';
import { media, webhookReceipts } from '../schema/index.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';

/** Uploads that one look at Stream takes from each database. */
const POLL_SIZE = 50;

/** Notes under which id Stream takes a film. */
export async function setStreamId(shards: ShardRouter, mediaId: string, streamId: string): Promise<void> {
  await shards.forId(mediaId).db.update(media).set({ streamId }).where(eq(media.id, mediaId));
}

export type AwaitedUpload = { id: string; streamId: string };

/** Uploads to Stream that were announced between two times and of which nobody has said that they arrived, at random. */
export function listAwaitedUploads({ db }: Shard, from: number, to: number): Promise<AwaitedUpload[]> {
  return db.all<AwaitedUpload>(sql`
    SELECT id, stream_id AS streamId FROM media
    WHERE state = 'pending' AND updated_at BETWEEN ${from} AND ${to} AND stream_id IS NOT NULL
    ORDER BY random() LIMIT ${POLL_SIZE}`);
}

/** Takes a webhook's delivery about a medium; false when it was taken before. */
export async function takeDelivery(
  shards: ShardRouter,
  mediaId: string,
  signature: string,
  now: number,
): Promise<boolean> {
  const rows = await shards
    .forId(mediaId)
    .db.insert(webhookReceipts)
    .values({ signature, receivedAt: now })
    .onConflictDoNothing()
    .returning({ signature: webhookReceipts.signature });
  return rows.length === 1;
}

/** Forgets deliveries that are too old to be taken anyway. */
export async function forgetDeliveries({ db }: Shard, before: number): Promise<void> {
  await db.delete(webhookReceipts).where(and(lt(webhookReceipts.receivedAt, before)));
}
