import { dropHash } from '../../shared/db/media/similar-hashes.ts';
import { claimOrphans, forgetMedia } from '../../shared/db/media/sweep-media.ts';
import { deleteMediaBytes } from '../media/delete-media-bytes.ts';
import { abortMultipart } from '../media/multipart-upload.ts';
import type { Services } from '../services.ts';
import { deleteStreamVideo } from '../stream/delete-stream-video.ts';

/**
 * Deletes uploads that nothing came of and media that nothing shows any more: first the row is marked, then the bytes
 * go, then the row. Stopped anywhere, the next run continues.
 */
export async function collectOrphans(services: Services, now: number): Promise<void> {
  await Promise.all(
    services.shards.all().map(async (shard) => {
      const orphans = await claimOrphans(shard, now);
      for (const { id, uploadId, streamId, perceptualHash: hash } of orphans) {
        if (hash) await dropHash(services.shards, { kind: 'media', ref: id, hash });
        if (uploadId) await abortMultipart(services, id, uploadId);
        if (streamId) await deleteStreamVideo(services, streamId);
        await deleteMediaBytes(services, id);
      }
      const ids = orphans.map(({ id }) => id);
      if (ids.length > 0) await forgetMedia(shard, ids, now);
    }),
  );
}
