import { ByteReader } from './byte-reader.ts';
import type { PhotoReading } from './photo-facts.ts';
import { readOrientation } from './read-orientation.ts';

const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
/** Baseline, extended and progressive Huffman: what decoders read. */
const READABLE_FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Lossless, hierarchical and arithmetic frames. */
const OTHER_FRAMES = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
/** A progressive file has some ten scans; thousands of them are a way to keep a decoder busy. */
const MAX_SCANS = 200;
const EXIF_HEADER = 'Exif\0\0';

/** Walks the segments from SOI to EOI, so that a file cut anywhere is known to be cut. Bytes after EOI are ignored. */
export function readJpeg(bytes: Uint8Array): PhotoReading {
  const reader = new ByteReader(bytes);
  let size: { width: number; height: number } | undefined;
  let orientation = 1;
  let scans = 0;
  let at = 2;
  for (;;) {
    if (reader.u8(at) !== 0xff) return { ok: false, code: 'corrupt' };
    while (reader.u8(at + 1) === 0xff) at += 1;
    const marker = reader.u8(at + 1);
    if (marker === EOI) break;
    const length = reader.u16(at + 2);
    if (length < 2) return { ok: false, code: 'corrupt' };
    if (OTHER_FRAMES.has(marker)) return { ok: false, code: 'unsupported-encoding' };
    if (READABLE_FRAMES.has(marker)) {
      if (size) return { ok: false, code: 'corrupt' };
      size = { height: reader.u16(at + 5), width: reader.u16(at + 7) };
    }
    if (marker === APP1 && length > 8 && reader.text(at + 4, EXIF_HEADER.length) === EXIF_HEADER) {
      orientation = readOrientation(bytes.subarray(at + 4 + EXIF_HEADER.length, at + 2 + length));
    }
    at += 2 + length;
    if (marker === SOS) {
      scans += 1;
      if (!size || scans > MAX_SCANS) return { ok: false, code: 'corrupt' };
      at = endOfScan(bytes, at);
    }
  }
  if (!size || scans === 0 || size.width === 0 || size.height === 0) return { ok: false, code: 'corrupt' };
  return { ok: true, value: { contentType: 'image/jpeg', ...size, orientation, frames: 1 } };
}

/** The next marker after entropy-coded data: not a stuffed FF00 and not a restart marker. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next === 0x00 || next === 0xff || (next >= 0xd0 && next <= 0xd7)) continue;
    return at;
  }
  return bytes.length;
}
