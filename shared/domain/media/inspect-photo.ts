import { EndOfBytes } from './byte-reader.ts';
import type { MediaErrorCode } from './media-errors.ts';
import type { PhotoReading } from './photo-facts.ts';
import { readGif } from './read-gif.ts';
import { readHeif } from './read-heif.ts';
import { readJpeg } from './read-jpeg.ts';
import { readPng } from './read-png.ts';
import { readWebp } from './read-webp.ts';
import { type PhotoContentType, sniffType } from './sniff-type.ts';

/** An animation's frames; a minute at 10 a second. */
export const MAX_FRAMES = 600;
/** The longest side that WebP can hold. */
export const MAX_SIDE = 16_383;

const READERS: Record<PhotoContentType, (bytes: Uint8Array) => PhotoReading> = {
  'image/jpeg': readJpeg,
  'image/png': readPng,
  'image/gif': readGif,
  'image/webp': readWebp,
  'image/avif': (bytes) => readHeif(bytes, 'image/avif'),
  'image/heic': (bytes) => readHeif(bytes, 'image/heic'),
};

/** What the first bytes already rule out: everything that is not of the announced kind. */
export function refuseType(kind: 'photo' | 'video', head: Uint8Array): MediaErrorCode | null {
  if (head.length === 0) return 'empty-file';
  const type = sniffType(head);
  if (type === null) return 'unsupported-content';
  if (type === 'image/svg+xml') return 'svg-refused';
  return type in READERS === (kind === 'photo') ? null : 'wrong-kind';
}

/**
 * Judges a photo by its content before anything decodes it: true type, whole file, size within `maxPixels`. A file that
 * is small on disk and huge in memory ends here.
 */
export function inspectPhoto(bytes: Uint8Array, maxPixels: number): PhotoReading {
  const refusal = refuseType('photo', bytes);
  if (refusal) return { ok: false, code: refusal };
  const reading = read(bytes, sniffType(bytes) as PhotoContentType);
  if (!reading.ok) return reading;
  const { width, height, frames } = reading.value;
  if (width * height > maxPixels || Math.max(width, height) > MAX_SIDE) return { ok: false, code: 'too-many-pixels' };
  if (frames > MAX_FRAMES) return { ok: false, code: 'too-many-frames' };
  return reading;
}

function read(bytes: Uint8Array, type: PhotoContentType): PhotoReading {
  try {
    return READERS[type](bytes);
  } catch (error) {
    if (error instanceof EndOfBytes) return { ok: false, code: 'truncated' };
    throw error;
  }
}
