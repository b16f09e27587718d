import { insertMedia } from '../../shared/db/media/insert-media.ts';
import { loadMedia } from '../../shared/db/media/load-media.ts';
import { judgeDeclaration } from '../../shared/domain/media/judge-declaration.ts';
import { describeMediaError } from '../../shared/domain/media/media-errors.ts';
import { originalKey } from '../../shared/domain/media/media-keys.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { Services } from '../services.ts';
import { acceptBytes } from './accept-bytes.ts';
import { processMedia } from './process-media.ts';

/** A request waits this long for its photos; those that are left by then become ready in their turn. */
const PATIENCE_MS = 20_000;

/**
 * Takes photos that came in the request itself through the same pipeline as uploads, while the request waits. Answers
 * their ids, ready or, when that takes too long or failed on our side, left to the queue; names the file that is refused.
 */
export async function receivePhotos(
  services: Services,
  ownerId: string,
  files: readonly File[],
  now: number,
): Promise<string[]> {
  const { config } = services;
  const limits = { maxPhotoBytes: config.MAX_PHOTO_BYTES, maxVideoBytes: config.MAX_VIDEO_BYTES };
  const declared = files.map(({ type, size }, index) => {
    try {
      return judgeDeclaration({ kind: 'photo', contentType: type, size }, limits);
    } catch (error) {
      throw error instanceof AppError ? nameFile(error, index) : error;
    }
  });
  // One after the other: each decoded photo may take a large part of the isolate's memory.
  const mediaIds: string[] = [];
  for (const [index, file] of files.entries()) {
    mediaIds.push(await receivePhoto(services, ownerId, file, declared[index] ?? file.type, now));
  }
  const rows = await loadMedia(services.shards, mediaIds);
  mediaIds.forEach((id, index) => {
    const row = rows.get(id);
    if (row && row.state !== 'failed') return;
    const { message, hint } = describeMediaError(row?.errorCode ?? null);
    const path = `images.${index}`;
    throw new AppError('media-failed', {
      detail: `${path}: ${message}${hint ? ` ${hint}` : ''}`,
      errors: [{ path, message }],
    });
  });
  return mediaIds;
}

async function receivePhoto(
  services: Services,
  ownerId: string,
  file: File,
  declaredType: string,
  now: number,
): Promise<string> {
  const { shards, ids, media } = services;
  const row = { ownerId, kind: 'photo' as const, declaredType, declaredSize: file.size, altText: '', filter: null };
  const id = await insertMedia(shards, ids, row, now);
  await media.put(originalKey(id), await file.arrayBuffer(), { httpMetadata: { contentType: declaredType } });
  const state = await acceptBytes(services, { ...row, id }, now);
  if (state === 'uploaded') await processNow(services, id, now);
  return id;
}

async function processNow(services: Services, mediaId: string, now: number): Promise<void> {
  try {
    if (Date.now() - now <= PATIENCE_MS) return await processMedia(services, mediaId, now);
  } catch {
    // The attempt gave the medium back; the queue tries again.
  }
  // A message that is lost here is sent by the sweep.
  await services.mediaQueue.send({ mediaId }).catch(() => undefined);
}

function nameFile(error: AppError, index: number): AppError {
  const path = `images.${index}`;
  const message = error.detail ?? error.code;
  return new AppError(error.code, { detail: `${path}: ${message}`, errors: [{ path, message }] });
}
