import { failUpload, recordUpload } from '../../shared/db/media/change-media-state.ts';
import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { refuseType } from '../../shared/domain/media/inspect-photo.ts';
import type { MediaErrorCode } from '../../shared/domain/media/media-errors.ts';
import { originalKey } from '../../shared/domain/media/media-keys.ts';
import { SNIFF_BYTES } from '../../shared/domain/media/sniff-type.ts';
import { AppError } from '../../shared/errors/index.ts';
import type { Services } from '../services.ts';
import { acceptStreamUpload } from '../stream/accept-stream-upload.ts';
import { joinParts } from './multipart-upload.ts';

/** `uploadId`: of an upload in parts. `streamId`: of a film whose bytes go to Stream. */
type Arriving = Pick<MediaRow, 'id' | 'kind' | 'declaredSize'> & { uploadId?: string | null; streamId?: string | null };

const NOT_ARRIVED = 'The bytes have not arrived. Send them to the upload URL first.';

/**
 * Judges what lies in R2 by its size and first bytes, and pins its tag: from here on only these bytes count. Throws when
 * nothing has arrived. Answers the state that the medium is in now.
 */
export async function acceptBytes(services: Services, row: Arriving, now: number): Promise<MediaRow['state']> {
  const { shards, media } = services;
  const { id, streamId } = row;
  if (streamId) {
    if (await acceptStreamUpload(services, { id, streamId }, now)) return 'uploaded';
    throw new AppError('conflict', { detail: NOT_ARRIVED });
  }
  const object = (await media.head(originalKey(row.id))) ?? (await joined(services, row));
  if (!object) throw new AppError('conflict', { detail: NOT_ARRIVED });
  const refusal = object.size === 0 ? 'empty-file' : await refuse(services, row, object);
  if (refusal) {
    await failUpload(shards, row.id, refusal, now);
    return 'failed';
  }
  await recordUpload(shards, row.id, { sourceEtag: object.etag, size: object.size }, now);
  return 'uploaded';
}

/** The object that an upload in parts becomes. */
async function joined(services: Services, { uploadId, ...row }: Arriving): Promise<R2Object | null> {
  if (!uploadId) return null;
  await joinParts(services, { ...row, uploadId });
  return services.media.head(originalKey(row.id));
}

async function refuse(
  { media }: Services,
  { id, kind, declaredSize }: Pick<MediaRow, 'id' | 'kind' | 'declaredSize'>,
  { size }: R2Object,
): Promise<MediaErrorCode | null> {
  if (size !== declaredSize) return 'size-mismatch';
  const head = await media.get(originalKey(id), { range: { offset: 0, length: SNIFF_BYTES } });
  return refuseType(kind, new Uint8Array((await head?.arrayBuffer()) ?? new ArrayBuffer(0)));
}
