import { type ByteReader, EndOfBytes } from './byte-reader.ts';
import { type Box, findBox } from './iso-boxes.ts';

export type SampleRange = { at: number; length: number };

/** Where a track's samples lie in the file, one range a chunk (ISO/IEC 14496-12 8.7). */
export function sampleRanges(reader: ByteReader, table: readonly Box[]): SampleRange[] {
  const offsets = readOffsets(reader, table);
  const runs = readRuns(reader, findBox(table, 'stsc'));
  const sizes = findBox(table, 'stsz');
  if (offsets.length === 0) return [];
  if (!sizes) throw new EndOfBytes();
  const uniform = reader.u32(sizes.body + 4);
  let [run, sample] = [0, 0];
  return offsets.map((at, index) => {
    while ((runs[run + 1]?.first ?? Number.POSITIVE_INFINITY) <= index + 1) run += 1;
    const count = runs[run]?.samples ?? 0;
    if (uniform > 0) return { at, length: uniform * count };
    let length = 0;
    for (const end = sample + count; sample < end; sample++) length += reader.u32(sizes.body + 12 + sample * 4);
    return { at, length };
  });
}

function readOffsets(reader: ByteReader, table: readonly Box[]): number[] {
  const narrow = findBox(table, 'stco');
  const box = narrow ?? findBox(table, 'co64');
  if (!box) return [];
  const count = reader.u32(box.body + 4);
  const step = narrow ? 4 : 8;
  if (box.body + 8 + count * step > box.end) throw new EndOfBytes();
  return Array.from({ length: count }, (_, index) => {
    const at = box.body + 8 + index * step;
    return narrow ? reader.u32(at) : reader.u64(at);
  });
}

/** Chunks from `first` on, counted from 1, have `samples` each. */
function readRuns(reader: ByteReader, box: Box | undefined): { first: number; samples: number }[] {
  if (!box) return [];
  const count = reader.u32(box.body + 4);
  if (box.body + 8 + count * 12 > box.end) throw new EndOfBytes();
  return Array.from({ length: count }, (_, index) => {
    const at = box.body + 8 + index * 12;
    return { first: reader.u32(at), samples: reader.u32(at + 4) };
  });
}
