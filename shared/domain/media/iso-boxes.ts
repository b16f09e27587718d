import { type ByteReader, EndOfBytes } from './byte-reader.ts';
import type { ByteWindow } from './byte-window.ts';

/** A box of ISO base media (ISO/IEC 14496-12 4.2): offsets of its header, its body and its end. */
export type Box = { name: string; at: number; body: number; end: number };

const HEADER = 8;
const WIDE_HEADER = 16;
/** More top-level boxes than a minute in fragments of a tenth of a second has. */
const MAX_TOP_BOXES = 2_000;

/** The boxes between two offsets. Throws `EndOfBytes` when one passes the end; trailing bytes too few for a box are left. */
export function listBoxes(reader: ByteReader, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + HEADER <= to; ) {
    const box = readHeader(reader, at, at, to);
    if (box.end > to) throw new EndOfBytes();
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

export function findBox(boxes: readonly Box[], name: string): Box | undefined {
  return boxes.find((box) => box.name === name);
}

/** The boxes of the file itself; `truncated` when one passes its end. */
export async function listTopBoxes(window: ByteWindow): Promise<Box[] | 'truncated' | 'corrupt'> {
  const boxes: Box[] = [];
  for (let at = 0; at < window.size; ) {
    if (boxes.length === MAX_TOP_BOXES) return 'corrupt';
    if (at + HEADER > window.size) return 'truncated';
    const reader = await window.getUpTo(at, WIDE_HEADER);
    if (reader.u32(0) === 1 && reader.length < WIDE_HEADER) return 'truncated';
    const box = readHeader(reader, 0, at, window.size);
    if (box.end > window.size) return 'truncated';
    boxes.push(box);
    at = box.end;
  }
  return boxes;
}

/** The header at `offset` of `reader`, which is at `at` of what the box's own offsets count in. */
function readHeader(reader: ByteReader, offset: number, at: number, to: number): Box {
  const short = reader.u32(offset);
  const header = short === 1 ? WIDE_HEADER : HEADER;
  const length = short === 1 ? reader.u64(offset + HEADER) : short || to - at;
  if (length < header) throw new EndOfBytes();
  return { name: reader.name(offset + 4), at, body: at + header, end: at + length };
}
