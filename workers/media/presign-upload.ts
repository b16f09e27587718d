import type { Config } from '../../shared/config/index.ts';
import type { CreatedMedia } from '../../shared/contracts/index.ts';
import { originalKey } from '../../shared/domain/media/media-keys.ts';
import { presignPut, uploadExpiry } from './presign-put.ts';

export type UploadTarget = { mediaId: string; contentType: string; size: number };

/**
 * Where the bytes of a medium go in one PUT. `If-None-Match: *` is signed with the type and the length, so R2 itself
 * refuses a second PUT over a first one.
 */
export async function presignUpload(
  config: Config,
  origin: string,
  { mediaId, contentType, size }: UploadTarget,
  now: number,
): Promise<CreatedMedia['upload']> {
  const headers = { 'content-type': contentType, 'if-none-match': '*' };
  const url = await presignPut(config, origin, { key: originalKey(mediaId), size, headers }, now);
  return { method: 'PUT', url, headers, expiresAt: uploadExpiry(config, now) };
}
