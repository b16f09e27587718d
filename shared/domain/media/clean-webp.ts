import { ByteReader } from './byte-reader.ts';
import { joinBytes } from './join-bytes.ts';

export const RIFF_BYTES = 12;
export const FRAME_HEADER_BYTES = 16;
/** Of VP8X's flags: colour profile, alpha, animation. Those of EXIF and XMP go with what they announce. */
const KEPT_FLAGS = 0x20 | 0x10 | 0x02;
const KEPT = new Set(['ICCP', 'ANIM']);
const FRAME_PARTS = new Set(['ALPH', 'VP8 ', 'VP8L']);

type Chunk = { name: string; data: number; length: number };
type Size = { width: number; height: number };

/**
 * The same animated WebP and nothing else: canvas, colour profile, repetition and frames. EXIF, XMP, unknown chunks, also
 * those inside frames, and what follows the end are left out. Null for frames outside the canvas or of another size than
 * they say.
 */
export function cleanWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const reader = new ByteReader(bytes);
  const kept: Uint8Array[] = [];
  let canvas: Size | undefined;
  for (const { name, data, length } of chunks(reader, RIFF_BYTES, reader.u32(4, true) + 8)) {
    if (name === 'VP8X') {
      canvas = { width: reader.u24le(data + 4) + 1, height: reader.u24le(data + 7) + 1 };
      const header = bytes.slice(data, data + 10);
      header[0] = (header[0] ?? 0) & KEPT_FLAGS;
      kept.push(chunk(name, header));
    } else if (name === 'ANMF') {
      const frame = canvas && cleanFrame(reader, { name, data, length }, canvas);
      if (!frame) return null;
      kept.push(chunk(name, frame));
    } else if (KEPT.has(name)) kept.push(chunk(name, bytes.subarray(data, data + length)));
  }
  const file = joinBytes([new TextEncoder().encode('RIFF\0\0\0\0WEBP'), ...kept]);
  new DataView(file.buffer).setUint32(4, file.length - 8, true);
  return file;
}

function cleanFrame(reader: ByteReader, { data, length }: Chunk, canvas: Size): Uint8Array | null {
  const [left, top] = [reader.u24le(data) * 2, reader.u24le(data + 3) * 2];
  const size = { width: reader.u24le(data + 6) + 1, height: reader.u24le(data + 9) + 1 };
  if (left + size.width > canvas.width || top + size.height > canvas.height) return null;
  const parts = [...chunks(reader, data + FRAME_HEADER_BYTES, data + length)].filter(({ name }) =>
    FRAME_PARTS.has(name),
  );
  const picture = parts.find(({ name }) => name !== 'ALPH');
  if (!picture || !isOfSize(reader, picture, size)) return null;
  return joinBytes([
    reader.bytes.subarray(data, data + FRAME_HEADER_BYTES),
    ...parts.map((part) => chunk(part.name, reader.bytes.subarray(part.data, part.data + part.length))),
  ]);
}

/** A frame that unpacks to more than its header says would be a bomb. */
function isOfSize(reader: ByteReader, { name, data }: Chunk, { width, height }: Size): boolean {
  if (name === 'VP8 ') {
    return (reader.u16(data + 6, true) & 0x3fff) === width && (reader.u16(data + 8, true) & 0x3fff) === height;
  }
  const packed = reader.u32(data + 1, true);
  return (packed & 0x3fff) + 1 === width && ((packed >>> 14) & 0x3fff) + 1 === height;
}

/** The chunks between two places of a RIFF file. */
export function* chunks(reader: ByteReader, from: number, end: number): Generator<Chunk> {
  for (let at = from; at + 8 <= end; ) {
    const length = reader.u32(at + 4, true);
    yield { name: reader.name(at), data: at + 8, length };
    at += 8 + length + (length % 2);
  }
}

/** One chunk, padded. */
export function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + data.length + (data.length % 2));
  bytes.set(new TextEncoder().encode(name));
  new DataView(bytes.buffer).setUint32(4, data.length, true);
  bytes.set(data, 8);
  return bytes;
}
