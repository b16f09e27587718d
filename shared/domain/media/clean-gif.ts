import { ByteReader } from './byte-reader.ts';
import { joinBytes } from './join-bytes.ts';
import { afterSubBlocks, colourTableBytes, EXTENSION, HEADER_BYTES, IMAGE, TRAILER } from './read-gif.ts';

const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
const CONTROL_BYTES = 8;
const DESCRIPTOR_BYTES = 10;
/** The two names under which browsers read how often to repeat. */
const LOOPS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);
const MOST_CODE_BITS = 8;

/**
 * The same animation and nothing else: screen, palettes, timing, repetition and frames. Comments, texts, XMP, profiles and
 * what follows the end are left out. Null for what browsers would draw differently: frames outside the screen, codes
 * outside the standard.
 */
export function cleanGif(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const reader = new ByteReader(bytes);
  const screen = { width: reader.u16(6, true), height: reader.u16(8, true) };
  let at = HEADER_BYTES + colourTableBytes(reader.u8(10));
  const kept = [new TextEncoder().encode('GIF89a'), bytes.subarray(6, at)];
  for (let block = reader.u8(at); block !== TRAILER; block = reader.u8(at)) {
    if (block === EXTENSION) {
      const end = afterSubBlocks(reader, at + 2);
      const extension = keepExtension(reader, at, end);
      if (extension) kept.push(extension);
      at = end;
    } else if (block === IMAGE) {
      const data = at + DESCRIPTOR_BYTES + colourTableBytes(reader.u8(at + 9));
      const codeBits = reader.u8(data);
      if (!isInside(reader, at, screen) || codeBits < 1 || codeBits > MOST_CODE_BITS) return null;
      const end = afterSubBlocks(reader, data + 1);
      kept.push(bytes.subarray(at, end));
      at = end;
    } else return null;
  }
  return joinBytes([...kept, Uint8Array.of(TRAILER)]);
}

function keepExtension(reader: ByteReader, at: number, end: number): Uint8Array | null {
  const label = reader.u8(at + 1);
  if (label === GRAPHIC_CONTROL) return end - at === CONTROL_BYTES ? reader.bytes.subarray(at, end) : null;
  if (label !== APPLICATION || reader.u8(at + 2) !== 11 || !LOOPS.has(reader.text(at + 3, 11))) return null;
  // One sub-block of three bytes says how often; whatever else hides under this name is left out.
  if (reader.u8(at + 14) !== 3 || reader.u8(at + 15) !== 1) return null;
  return joinBytes([reader.bytes.subarray(at, at + 18), Uint8Array.of(0)]);
}

function isInside(reader: ByteReader, at: number, { width, height }: { width: number; height: number }): boolean {
  const [left, top] = [reader.u16(at + 1, true), reader.u16(at + 3, true)];
  return left + reader.u16(at + 5, true) <= width && top + reader.u16(at + 7, true) <= height;
}
