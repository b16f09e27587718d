import { type CreatedMedia, MAX_VIDEO_SECONDS } from '../../shared/contracts/index.ts';
import { setStreamId } from '../../shared/db/media/stream-videos.ts';
import type { Services } from '../services.ts';
import { createTusUpload } from './create-tus-upload.ts';
import { refuseUpload } from './refuse-upload.ts';

/** What Stream takes in one request; above it, or where it shall be resumable, the upload is by tus. */
const MAX_BASIC_BYTES = 200_000_000;
const BASIC_SECONDS = 900;
/** A large film on a slow line, with breaks. */
const TUS_SECONDS = 6 * 3_600 - 60;
/** A film of a minute by its container may last a frame or two longer; what it really lasts is judged when it is ready. */
const MARGIN_SECONDS = 1;

export type StreamUpload = { mediaId: string; ownerId: string; size: number; resumable: boolean };

/**
 * Opens an upload of one film straight to Stream and notes its id. Every film needs signed tokens from the start, so
 * that going private, or leaking an id, changes nothing about who can play it.
 */
export async function openStreamUpload(
  { stream, config, shards, fetcher }: Services,
  { mediaId, ownerId, size, resumable }: StreamUpload,
  now: number,
): Promise<Pick<CreatedMedia, 'upload' | 'tus'>> {
  const byTus = resumable || size > MAX_BASIC_BYTES;
  const expiresAt = new Date(now + (byTus ? TUS_SECONDS : BASIC_SECONDS) * 1_000).toISOString();
  const maxDurationSeconds = MAX_VIDEO_SECONDS + MARGIN_SECONDS;
  if (byTus) {
    const request = { name: mediaId, creator: ownerId, size, maxDurationSeconds, expiresAt };
    const { id, url } = await createTusUpload(config, fetcher, request);
    await setStreamId(shards, mediaId, id);
    const headers = {
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    };
    return { upload: { method: 'PATCH', url, headers, expiresAt }, tus: { url, expiresAt } };
  }
  const { id, uploadURL: url } = await createDirectUpload(stream, {
    maxDurationSeconds,
    expiry: expiresAt,
    creator: ownerId,
    meta: { name: mediaId },
    requireSignedURLs: true,
  });
  await setStreamId(shards, mediaId, id);
  return { upload: { method: 'POST', url, headers: {}, form: 'file', expiresAt } };
}

async function createDirectUpload(
  stream: StreamBinding,
  params: StreamDirectUploadCreateParams,
): Promise<StreamDirectUpload> {
  try {
    return await stream.createDirectUpload(params);
  } catch (error) {
    throw refuseUpload(String(error));
  }
}
