import type { ByteReader } from './byte-reader.ts';
import { type Element, ID, listElements } from './ebml.ts';
import type { Patch } from './film.ts';

/** What playing needs of a segment, of its description and of a track; the rest goes. */
const KEPT_SEGMENT = new Set<number>([ID.seekHead, ID.info, ID.tracks, ID.cues, ID.cluster]);
const KEPT_INFO = new Set<number>([ID.timestampScale, ID.duration, ID.muxingApp, ID.writingApp]);
/** The format demands these two; empty will do. */
const EMPTIED_INFO = new Set<number>([ID.muxingApp, ID.writingApp]);
const DROPPED_TRACK = new Set<number>([ID.trackName, ID.codecName, ID.crc]);

/** Tags, attachments, chapters and everything unknown. */
export function cleanElement(element: Element): Patch[] {
  return KEPT_SEGMENT.has(element.id) ? [] : [voided(element)];
}

/** Title, date, file name and programs of an `Info` element, whose children these are. */
export function cleanInfo(children: readonly Element[]): Patch[] {
  return children.flatMap((child) => {
    if (!KEPT_INFO.has(child.id)) return [voided(child)];
    return EMPTIED_INFO.has(child.id) ? [{ at: child.body, length: child.end - child.body }] : [];
  });
}

/** Names of tracks, and the checksum that no longer holds without them. */
export function cleanTracks(reader: ByteReader, children: readonly Element[]): Patch[] {
  return children.flatMap((child) => {
    if (child.id !== ID.trackEntry) return [voided(child)];
    return listElements(reader, child.body, child.end)
      .filter(({ id }) => DROPPED_TRACK.has(id))
      .map(voided);
  });
}

/** A `Void` element of the same length: its id, its size in one byte or in eight, zeros. */
function voided({ at, end }: Element): Patch {
  const length = end - at;
  if (length < 9) return { at, length, head: [ID.void, 0x80 | (length - 2)] };
  const size = new Uint8Array(8);
  new DataView(size.buffer).setBigUint64(0, BigInt(length - 9));
  return { at, length, head: [ID.void, 0x01, ...size.subarray(1)] };
}
