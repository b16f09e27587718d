import type { MultipartUpload } from '../../shared/contracts/index.ts';
import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { forgetParts, loadParts, setUploadId } from '../../shared/db/media/upload-parts.ts';
import { originalKey } from '../../shared/domain/media/media-keys.ts';
import { PART_BYTES, planParts } from '../../shared/domain/media/plan-parts.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { Services } from '../services.ts';
import { presignPut, uploadExpiry } from './presign-put.ts';

type OpenUpload = Pick<MediaRow, 'id' | 'declaredSize' | 'uploadId'>;

/** Opens a multipart upload for a pending medium; answers its id. */
export async function openMultipart(
  { media, shards }: Services,
  mediaId: string,
  contentType: string,
): Promise<string> {
  const { uploadId } = await media.createMultipartUpload(originalKey(mediaId), { httpMetadata: { contentType } });
  await setUploadId(shards, mediaId, uploadId);
  return uploadId;
}

/** What of an upload has arrived, with fresh URLs for every part: also for a client that has forgotten everything. */
export async function presentMultipart(
  { shards, config }: Services,
  origin: string,
  { id, declaredSize, uploadId }: OpenUpload,
  now: number,
): Promise<MultipartUpload> {
  const arrived = await loadParts(shards, id);
  const parts = await Promise.all(
    planParts(declaredSize).map(async ({ number, offset, size }) => {
      const query = { partNumber: String(number), uploadId: uploadId ?? '' };
      const url = await presignPut(config, origin, { key: originalKey(id), size, query }, now);
      return { number, offset, size, url, etag: arrived.get(number) ?? null };
    }),
  );
  return { partSize: PART_BYTES, parts, expiresAt: uploadExpiry(config, now) };
}

/** Joins the parts into the original. Throws an error that names the parts that are missing. */
export async function joinParts(
  { media, shards }: Services,
  { id, declaredSize, uploadId }: OpenUpload,
): Promise<void> {
  if (!uploadId) return;
  const arrived = await loadParts(shards, id);
  const missing = planParts(declaredSize).filter(({ number }) => !arrived.has(number));
  if (missing.length > 0) {
    const numbers = missing.map(({ number }) => number).join(', ');
    throw new AppError('conflict', { detail: `These parts have not arrived: ${numbers}.` });
  }
  const parts = [...arrived]
    .map(([partNumber, etag]) => ({ partNumber, etag }))
    .sort((a, b) => a.partNumber - b.partNumber);
  try {
    await media.resumeMultipartUpload(originalKey(id), uploadId).complete(parts);
  } catch {
    // An earlier attempt may have joined them and died before it was noted.
    if (await media.head(originalKey(id))) return;
    await forgetParts(shards, id);
    throw new AppError('conflict', { detail: 'The parts do not fit together; send them again.' });
  }
}

/** Gives up an upload and the parts that R2 keeps for it. */
export async function abortMultipart(
  { media }: Pick<Services, 'media'>,
  mediaId: string,
  uploadId: string,
): Promise<void> {
  // Joined or given up before: there is nothing left to do.
  await media
    .resumeMultipartUpload(originalKey(mediaId), uploadId)
    .abort()
    .catch(() => undefined);
}
