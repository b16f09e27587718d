import { ByteReader } from './byte-reader.ts';
import type { PhotoReading } from './photo-facts.ts';

export const TRAILER = 0x3b;
export const EXTENSION = 0x21;
export const IMAGE = 0x2c;
export const HEADER_BYTES = 13;

/** Walks the blocks to the trailer and counts the frames. */
export function readGif(bytes: Uint8Array): PhotoReading {
  const reader = new ByteReader(bytes);
  const width = reader.u16(6, true);
  const height = reader.u16(8, true);
  let at = HEADER_BYTES + colourTableBytes(reader.u8(10));
  let frames = 0;
  for (;;) {
    const block = reader.u8(at);
    if (block === TRAILER) break;
    if (block === EXTENSION) at = afterSubBlocks(reader, at + 2);
    else if (block === IMAGE) {
      frames += 1;
      at = afterSubBlocks(reader, at + 10 + colourTableBytes(reader.u8(at + 9)) + 1);
    } else return { ok: false, code: 'corrupt' };
  }
  if (width === 0 || height === 0 || frames === 0) return { ok: false, code: 'corrupt' };
  return { ok: true, value: { contentType: 'image/gif', width, height, orientation: 1, frames } };
}

/** Bytes of the palette that a flags byte announces. */
export function colourTableBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 0x07) + 1) : 0;
}

/** Where a chain of sub-blocks ends. */
export function afterSubBlocks(reader: ByteReader, from: number): number {
  let at = from;
  for (let size = reader.u8(at); size > 0; size = reader.u8(at)) at += size + 1;
  return at + 1;
}
