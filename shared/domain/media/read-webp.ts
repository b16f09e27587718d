import { ByteReader } from './byte-reader.ts';
import type { PhotoReading } from './photo-facts.ts';
import { readOrientation } from './read-orientation.ts';

const HEADER_BYTES = 12;
const VP8L_SIGNATURE = 0x2f;
const EXIF_HEADER = 'Exif\0\0';

/** Walks the RIFF chunks: size from VP8X, VP8 or VP8L, frames from ANMF, orientation from EXIF. */
export function readWebp(bytes: Uint8Array): PhotoReading {
  const reader = new ByteReader(bytes);
  const end = reader.u32(4, true) + 8;
  if (end > bytes.length) return { ok: false, code: 'truncated' };
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  let frames = 0;
  let pixels = false;
  for (let at = HEADER_BYTES; at + 8 <= end; ) {
    const name = reader.name(at);
    const length = reader.u32(at + 4, true);
    const data = at + 8;
    if (data + length > end) return { ok: false, code: 'truncated' };
    if (name === 'VP8X') size = { width: reader.u24le(data + 4) + 1, height: reader.u24le(data + 7) + 1 };
    if (name === 'VP8 ') {
      pixels = true;
      size ??= { width: reader.u16(data + 6, true) & 0x3fff, height: reader.u16(data + 8, true) & 0x3fff };
    }
    if (name === 'VP8L') {
      if (reader.u8(data) !== VP8L_SIGNATURE) return { ok: false, code: 'corrupt' };
      pixels = true;
      const packed = reader.u32(data + 1, true);
      size ??= { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    if (name === 'ANMF') frames += 1;
    if (name === 'EXIF') orientation = readOrientation(withoutHeader(bytes.subarray(data, data + length)));
    at = data + length + (length % 2);
  }
  if (!size || size.width === 0 || size.height === 0 || !(pixels || frames > 0)) return { ok: false, code: 'corrupt' };
  return { ok: true, value: { contentType: 'image/webp', ...size, orientation, frames: Math.max(frames, 1) } };
}

/** Some writers keep JPEG's "Exif\0\0" before the TIFF block. */
function withoutHeader(exif: Uint8Array): Uint8Array {
  return String.fromCharCode(...exif.subarray(0, 6)) === EXIF_HEADER ? exif.subarray(6) : exif;
}
