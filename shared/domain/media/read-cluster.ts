import { EndOfBytes } from './byte-reader.ts';
import type { ByteWindow } from './byte-window.ts';
import { type Element, ID, MAX_HEADER, readElement } from './ebml.ts';

/** Elements of a segment: the next one ends a cluster that does not say how long it is. */
export const SEGMENT_LEVEL = new Set<number>([
  ID.cluster,
  ID.cues,
  ID.tags,
  ID.attachments,
  ID.chapters,
  ID.seekHead,
  ID.info,
  ID.tracks,
]);
/** Frames of a minute, pictures and sound, and room. */
const MAX_BLOCKS = 30_000;
/** A track's number, then the time in the cluster in two bytes. */
const BLOCK_HEADER = 10;

/** The time that a cluster begins with; 0 when it does not come first. */
export async function readClusterStart(window: ByteWindow, { body }: Element): Promise<number> {
  const reader = await window.getUpTo(body, MAX_HEADER + 8);
  if (reader.length === 0) return 0;
  const element = readElement(reader, 0, body);
  const inner = element.body - body;
  return element.id === ID.timestamp ? readTimestamp(reader.bytes.subarray(inner, element.end - body)) : 0;
}

export type ClusterEnd = { end: number; lastTicks: number };

/** Walks the frames of a cluster, reading only their headers: where it ends, and the time of its last frame. */
export async function readCluster(
  window: ByteWindow,
  { body, end }: Element,
  segmentEnd: number,
): Promise<ClusterEnd | 'truncated'> {
  const limit = Math.min(end, segmentEnd);
  let [at, start, lastTicks] = [body, 0, 0];
  for (let count = 0; at < limit; count++) {
    if (count === MAX_BLOCKS) throw new EndOfBytes();
    const reader = await window.getUpTo(at, MAX_HEADER + BLOCK_HEADER);
    const element = readElement(reader, 0, at);
    if (!Number.isFinite(end) && SEGMENT_LEVEL.has(element.id)) break;
    if (element.end > limit) return 'truncated';
    const inner = element.body - at;
    if (element.id === ID.timestamp) {
      start = readTimestamp(reader.bytes.subarray(inner, element.end - at));
      lastTicks = Math.max(lastTicks, start);
    }
    // A group begins with its block; only its header is stepped into.
    if (element.id === ID.blockGroup) {
      at = element.body;
      continue;
    }
    if (element.id === ID.simpleBlock || element.id === ID.block) {
      const track = Math.clz32(reader.u8(inner)) - 23;
      lastTicks = Math.max(lastTicks, start + ((reader.u16(inner + track) << 16) >> 16));
    }
    at = element.end;
  }
  return { end: at, lastTicks };
}

function readTimestamp(bytes: Uint8Array): number {
  let value = 0;
  for (const byte of bytes.subarray(0, 8)) value = value * 256 + byte;
  return value;
}
