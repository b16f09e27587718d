import { type ByteReader, EndOfBytes } from './byte-reader.ts';
import { type Box, findBox, listBoxes } from './iso-boxes.ts';

const DURATION_IN_HEADER = 0x8;
const BASE_OFFSET = 0x1;
const DESCRIPTION_INDEX = 0x2;
const DATA_OFFSET = 0x1;
const FIRST_FLAGS = 0x4;
const DURATION = 0x100;
/** Fields of four bytes that a sample of a run may have: duration, size, flags, composition offset. */
const SAMPLE_FIELDS = [0x100, 0x200, 0x400, 0x800];

/** How long a sample of each track lasts unless its fragment says otherwise, from `mvex`. */
export function readDefaults(reader: ByteReader, mvex: Box): Map<number, number> {
  const boxes = listBoxes(reader, mvex.body, mvex.end).filter(({ name }) => name === 'trex');
  return new Map(boxes.map(({ body }) => [reader.u32(body + 4), reader.u32(body + 12)]));
}

/** Adds the ticks that a `moof` box holds of each track (ISO/IEC 14496-12 8.8). */
export function addFragment(
  reader: ByteReader,
  moof: Box,
  defaults: ReadonlyMap<number, number>,
  ticks: Map<number, number>,
): void {
  for (const traf of listBoxes(reader, moof.body, moof.end).filter(({ name }) => name === 'traf')) {
    const children = listBoxes(reader, traf.body, traf.end);
    const header = findBox(children, 'tfhd');
    if (!header) continue;
    const id = reader.u32(header.body + 4);
    const usual = readUsual(reader, header) ?? defaults.get(id) ?? 0;
    for (const run of children.filter(({ name }) => name === 'trun')) {
      ticks.set(id, (ticks.get(id) ?? 0) + readRun(reader, run, usual));
    }
  }
}

function readUsual(reader: ByteReader, { body }: Box): number | null {
  const flags = reader.u32(body);
  if (!(flags & DURATION_IN_HEADER)) return null;
  return reader.u32(body + 8 + (flags & BASE_OFFSET ? 8 : 0) + (flags & DESCRIPTION_INDEX ? 4 : 0));
}

function readRun(reader: ByteReader, { body, end }: Box, usual: number): number {
  const flags = reader.u32(body);
  const count = reader.u32(body + 4);
  if (!(flags & DURATION)) return count * usual;
  const step = SAMPLE_FIELDS.filter((field) => flags & field).length * 4;
  const from = body + 8 + (flags & DATA_OFFSET ? 4 : 0) + (flags & FIRST_FLAGS ? 4 : 0);
  // A count that reaches into other boxes would have each of many runs read all that follows.
  if (from + count * step > end) throw new EndOfBytes();
  let total = 0;
  for (let index = 0; index < count; index++) total += reader.u32(from + index * step);
  return total;
}
