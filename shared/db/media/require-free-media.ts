import { describeMediaError } from '../../domain/media/media-errors.ts';
import { AppError, type ErrorCode } from '../../errors/index.ts';
import type { ShardRouter } from '../shard-router.ts';
import { loadMedia } from './load-media.ts';
import type { MediaRow } from './media-row.ts';

/**
 * The owner's media in the order given, ready or on the way there, and shown by nothing yet; throws an error that names
 * the first one that is not.
 */
export async function requireFreeMedia(
  shards: ShardRouter,
  ownerId: string,
  mediaIds: readonly string[],
): Promise<MediaRow[]> {
  const rows = await loadMedia(shards, mediaIds);
  return mediaIds.map((id, index) => {
    const path = `mediaIds.${index}`;
    const row = rows.get(id);
    if (!row || row.ownerId !== ownerId) throw refusal('invalid-values', path, 'is not a medium of yours');
    if (row.state === 'failed') {
      throw refusal('media-failed', path, `could not be processed: ${describeMediaError(row.errorCode).message}`);
    }
    if (row.attached) throw refusal('conflict', path, 'is in use already');
    return row;
  });
}

function refusal(code: ErrorCode, path: string, message: string): AppError {
  return new AppError(code, { detail: `${path}: ${message}`, errors: [{ path, message }] });
}
