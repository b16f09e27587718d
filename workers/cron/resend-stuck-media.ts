import { claimStuckMedia } from '../../shared/db/media/sweep-media.ts';
import type { Services } from '../services.ts';

/** Sends media again whose message was lost, or whose worker died, from every database. */
export async function resendStuckMedia({ shards, mediaQueue }: Services, now: number): Promise<void> {
  await Promise.all(
    shards.all().map(async (shard) => {
      const ids = await claimStuckMedia(shard, now);
      if (ids.length > 0) await mediaQueue.sendBatch(ids.map((mediaId) => ({ body: { mediaId } })));
    }),
  );
}
