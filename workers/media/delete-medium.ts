import { dropHash } from '../../shared/db/media/similar-hashes.ts';
import type { Orphan } from '../../shared/db/media/sweep-media.ts';
import type { Services } from '../services.ts';
import { deleteStreamVideo } from '../stream/delete-stream-video.ts';
import { deleteMediaBytes } from './delete-media-bytes.ts';
import { abortMultipart } from './multipart-upload.ts';

/** Deletes all there is of a medium but its row: hash, open upload, video on Stream, everything in R2. May be repeated. */
export async function deleteMedium(
  services: Services,
  { id, uploadId, streamId, perceptualHash: hash }: Orphan,
): Promise<void> {
  if (hash) await dropHash(services.shards, { kind: 'media', ref: id, hash });
  if (uploadId) await abortMultipart(services, id, uploadId);
  if (streamId) await deleteStreamVideo(services, streamId);
  await deleteMediaBytes(services, id);
}
