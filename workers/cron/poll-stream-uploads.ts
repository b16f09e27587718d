import { listAwaitedUploads } from '../../shared/db/media/stream-videos.ts';
import type { Services } from '../services.ts';
import { acceptStreamUpload } from '../stream/accept-stream-upload.ts';

/** A client that is there says itself that it is done, and the webhook rings within a minute or so. */
const AFTER_MS = 120_000;
/** No upload URL lives longer. */
const UNTIL_MS = 7 * 3_600_000;

/** Looks for films that arrived at Stream although neither client nor webhook said so. */
export async function pollStreamUploads(services: Services, now: number): Promise<void> {
  await Promise.all(
    services.shards.all().map(async (shard) => {
      for (const upload of await listAwaitedUploads(shard, now - UNTIL_MS, now - AFTER_MS)) {
        if (await hasArrived(services, upload, now)) await services.mediaQueue.send({ mediaId: upload.id });
      }
    }),
  );
}

/** One that Stream cannot tell about just now is looked at again in the next minute. */
function hasArrived(services: Services, upload: { id: string; streamId: string }, now: number): Promise<boolean> {
  return acceptStreamUpload(services, upload, now).catch(() => false);
}
