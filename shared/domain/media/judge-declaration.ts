import { PHOTO_TYPES, VIDEO_TYPES } from '../../contracts/index.ts';
import { AppError } from '../../errors/index.ts';

export type Declaration = { kind: 'photo' | 'video'; contentType: string; size: number };
export type UploadLimits = { maxPhotoBytes: number; maxVideoBytes: number };

const MEGABYTE = 1_048_576;

/** Refuses what a client announces before a byte is sent: 415 for the type, 413 for the size. Returns the bare type. */
export function judgeDeclaration({ kind, contentType, size }: Declaration, limits: UploadLimits): string {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  const types: readonly string[] = kind === 'photo' ? PHOTO_TYPES : VIDEO_TYPES;
  if (!types.includes(type)) {
    const message = `a ${kind} may be ${types.join(', ')}`;
    throw new AppError('unsupported-type', {
      detail: `contentType: ${message}`,
      errors: [{ path: 'contentType', message }],
    });
  }
  const most = kind === 'photo' ? limits.maxPhotoBytes : limits.maxVideoBytes;
  if (size > most) {
    const message = `a ${kind} may have at most ${most} bytes (${Math.floor(most / MEGABYTE)} MB)`;
    throw new AppError('too-large', { detail: `size: ${message}`, errors: [{ path: 'size', message }] });
  }
  return type;
}
