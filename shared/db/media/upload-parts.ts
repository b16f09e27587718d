import { eq } from 'drizzle-orm';
import { media, mediaParts } from '../schema/index.ts';
import type { ShardRouter } from '../shard-router.ts';

/** Notes the multipart upload that a pending medium's bytes come by. */
export async function setUploadId(shards: ShardRouter, mediaId: string, uploadId: string): Promise<void> {
  await shards.forId(mediaId).db.update(media).set({ uploadId }).where(eq(media.id, mediaId));
}

/** Notes that a part has arrived, or arrived again with other bytes. */
export async function recordPart(shards: ShardRouter, mediaId: string, number: number, etag: string): Promise<void> {
  await shards
    .forId(mediaId)
    .db.insert(mediaParts)
    .values({ mediaId, number, etag })
    .onConflictDoUpdate({ target: [mediaParts.mediaId, mediaParts.number], set: { etag } });
}

/** The parts that were reported, by number. */
export async function loadParts(shards: ShardRouter, mediaId: string): Promise<Map<number, string>> {
  const rows = await shards.forId(mediaId).db.select().from(mediaParts).where(eq(mediaParts.mediaId, mediaId));
  return new Map(rows.map(({ number, etag }) => [number, etag]));
}

/** Forgets parts that R2 does not know, so that they are sent again. */
export async function forgetParts(shards: ShardRouter, mediaId: string): Promise<void> {
  await shards.forId(mediaId).db.delete(mediaParts).where(eq(mediaParts.mediaId, mediaId));
}
