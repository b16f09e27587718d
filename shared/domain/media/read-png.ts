import { ByteReader } from './byte-reader.ts';
import type { PhotoReading } from './photo-facts.ts';
import { readOrientation } from './read-orientation.ts';

const SIGNATURE_BYTES = 8;
/** Length, name and checksum around a chunk's data. */
const CHUNK_OVERHEAD = 12;

/** Walks the chunks to IEND; a file that ends before it is truncated. */
export function readPng(bytes: Uint8Array): PhotoReading {
  const reader = new ByteReader(bytes);
  if (reader.name(SIGNATURE_BYTES + 4) !== 'IHDR') return { ok: false, code: 'corrupt' };
  const width = reader.u32(SIGNATURE_BYTES + 8);
  const height = reader.u32(SIGNATURE_BYTES + 12);
  let orientation = 1;
  let frames = 1;
  let pixels = 0;
  for (let at = SIGNATURE_BYTES; ; ) {
    const length = reader.u32(at);
    const name = reader.name(at + 4);
    if (!/^[A-Za-z]{4}$/.test(name)) return { ok: false, code: 'corrupt' };
    if (name === 'IDAT') pixels += length;
    if (name === 'acTL') frames = reader.u32(at + 8);
    if (name === 'eXIf') orientation = readOrientation(bytes.subarray(at + 8, at + 8 + length));
    reader.u32(at + 8 + length);
    if (name === 'IEND') break;
    at += CHUNK_OVERHEAD + length;
  }
  if (width === 0 || height === 0 || pixels === 0) return { ok: false, code: 'corrupt' };
  return { ok: true, value: { contentType: 'image/png', width, height, orientation, frames } };
}
