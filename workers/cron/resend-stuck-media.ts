import { claimStuckMedia } from '../../shared/db/media/sweep-media.ts';
import type { Services } from '../services.ts';

/** Sends media again whose message was lost, or whose worker died, from every database. */
export async function resendStuckMedia({ shards, mediaQueue, config }: Services, now: number): Promise<void> {
  await Promise.all(
    shards.all().map(async (shard) => {
      const ids = await claimStuckMedia(shard, config.MEDIA_LEASE_SECONDS * 1_000, now);
      if (ids.length > 0) await mediaQueue.sendBatch(ids.map((mediaId) => ({ body: { mediaId } })));
    }),
  );
}
