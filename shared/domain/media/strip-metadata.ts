import { ByteReader } from './byte-reader.ts';
import { joinBytes } from './join-bytes.ts';
import type { ImageFormat } from './media-keys.ts';
import { parseHeif } from './parse-heif.ts';

const SOS = 0xda;
const COMMENT = 0xfe;
const ICC_SEGMENT = 0xe2;
const ADOBE_SEGMENT = 0xee;
const JFIF_SEGMENT = 0xe0;
/** The flags of VP8X that announce EXIF and XMP. */
const WEBP_METADATA_FLAGS = 0x08 | 0x04;
const METADATA_ITEMS = new Set(['Exif', 'mime', 'uri ']);

/**
 * Takes every trace of metadata out of an encoded picture but its colour profile. Encoders are asked to write none;
 * what is served does not depend on whether they listen.
 */
export function stripMetadata(bytes: Uint8Array, format: ImageFormat): Uint8Array {
  if (format === 'jpeg') return stripJpeg(bytes);
  return format === 'webp' ? stripWebp(bytes) : stripAvif(bytes);
}

/** Keeps JFIF, colour profile, Adobe's transform flag and everything that decoding needs. */
function stripJpeg(bytes: Uint8Array): Uint8Array {
  const reader = new ByteReader(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    const marker = reader.u8(at + 1);
    if (marker === SOS) break;
    const end = at + 2 + reader.u16(at + 2);
    const application = marker >= JFIF_SEGMENT && marker <= 0xef;
    const needed =
      !application ||
      marker === JFIF_SEGMENT ||
      marker === ADOBE_SEGMENT ||
      (marker === ICC_SEGMENT && reader.text(at + 4, 11) === 'ICC_PROFILE');
    if (needed && marker !== COMMENT) kept.push(bytes.subarray(at, end));
    at = end;
  }
  kept.push(bytes.subarray(at));
  return joinBytes(kept);
}

function stripWebp(bytes: Uint8Array): Uint8Array {
  const reader = new ByteReader(bytes);
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = reader.name(at);
    const length = reader.u32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (name !== 'EXIF' && name !== 'XMP ') kept.push(bytes.slice(at, end));
    at = end;
  }
  const [first] = kept;
  if (first && String.fromCharCode(...first.subarray(0, 4)) === 'VP8X')
    first[8] = (first[8] ?? 0) & ~WEBP_METADATA_FLAGS;
  const file = joinBytes([bytes.slice(0, 12), ...kept]);
  new DataView(file.buffer).setUint32(4, file.length - 8, true);
  return file;
}

/** Blanks the bytes of metadata items: offsets stay, so nothing else of the file moves. */
function stripAvif(bytes: Uint8Array): Uint8Array {
  const items = parseHeif(bytes)?.items.filter(({ type }) => METADATA_ITEMS.has(type)) ?? [];
  if (items.length === 0) return bytes;
  const copy = bytes.slice();
  for (const { offset, length } of items.flatMap(({ extents }) => extents)) copy.fill(0, offset, offset + length);
  return copy;
}
