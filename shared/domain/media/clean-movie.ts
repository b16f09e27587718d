import type { ByteReader } from './byte-reader.ts';
import type { Patch } from './film.ts';
import { type Box, findBox, listBoxes } from './iso-boxes.ts';
import type { Track } from './read-track.ts';
import { sampleRanges } from './sample-ranges.ts';

/** What playing needs; everything else that people, devices and programs wrote beside it goes. */
const KEPT_TOP = new Set(['ftyp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'styp']);
const KEPT_MOVIE = new Set(['mvhd', 'trak', 'mvex', 'iods']);
const KEPT_TRACK = new Set(['tkhd', 'edts', 'mdia', 'tref', 'tapt']);
const METADATA = new Set(['udta', 'meta', 'uuid']);
const CONTAINERS = new Set(['mdia', 'minf', 'stbl', 'traf']);
const FREE = [0x66, 0x72, 0x65, 0x65];
/** Where names lie: in a handler's body, and in a picture's sample entry. */
const HANDLER_NAME = 24;
/** Who made the encoder, in four letters, in every QuickTime sample entry. */
const VENDOR = { at: 20, length: 4 };
const ENCODER_NAME = { at: 50, length: 32 };

/** Free space of each top-level box that playing does not need. */
export function cleanTop(boxes: readonly Box[]): Patch[] {
  return boxes.filter(({ name }) => !KEPT_TOP.has(name)).map(freed);
}

/** Takes tags, times, names and metadata tracks out of a `moov` box that is the whole of `reader`. */
export function cleanMovie(reader: ByteReader, movie: readonly Box[], tracks: readonly Track[], at: number): Patch[] {
  const header = findBox(movie, 'mvhd');
  const patches = movie.filter(({ name }) => !KEPT_MOVIE.has(name)).map(freed);
  if (header) patches.push(withoutTimes(reader, header));
  const samples: Patch[] = [];
  for (const track of tracks) {
    if (isPlayed(track)) patches.push(...cleanTrack(reader, track));
    else {
      patches.push(freed(track.boxes.track));
      samples.push(...sampleRanges(reader, track.boxes.table));
    }
  }
  return [...patches.map((patch) => ({ ...patch, at: patch.at + at })), ...samples];
}

/** Pictures and sound. Places, faces and subtitles of cameras and drones are tracks of their own. */
export function isPlayed({ handler }: Track): boolean {
  return handler === 'vide' || handler === 'soun';
}

/** Takes tags out of a `moof` box at `at` of the file. */
export function cleanFragment(reader: ByteReader, moof: Box, at: number): Patch[] {
  return cleanInside(reader, listBoxes(reader, moof.body, moof.end)).map((patch) => ({ ...patch, at: patch.at + at }));
}

function cleanTrack(reader: ByteReader, { boxes, handler }: Track): Patch[] {
  const children = listBoxes(reader, boxes.track.body, boxes.track.end);
  const patches = children.filter(({ name }) => !KEPT_TRACK.has(name)).map(freed);
  patches.push(withoutTimes(reader, boxes.header), ...cleanInside(reader, boxes.media));
  for (const box of boxes.media) {
    if (box.name === 'mdhd') patches.push(withoutTimes(reader, box));
  }
  const description = findBox(boxes.table, 'stsd');
  const entry = description && listBoxes(reader, description.body + 8, description.end)[0];
  if (entry && entry.end - entry.at >= VENDOR.at + VENDOR.length) {
    patches.push({ at: entry.at + VENDOR.at, length: VENDOR.length });
  }
  if (entry && handler === 'vide' && entry.end - entry.at >= ENCODER_NAME.at + ENCODER_NAME.length) {
    patches.push({ at: entry.at + ENCODER_NAME.at, length: ENCODER_NAME.length });
  }
  return patches;
}

/** Tags, and the names of handlers: programs and cameras write their own. */
function cleanInside(reader: ByteReader, boxes: readonly Box[]): Patch[] {
  return boxes.flatMap((box) => {
    if (METADATA.has(box.name)) return [freed(box)];
    if (box.name === 'hdlr')
      return [{ at: box.body + HANDLER_NAME, length: Math.max(0, box.end - box.body - HANDLER_NAME) }];
    return CONTAINERS.has(box.name) ? cleanInside(reader, listBoxes(reader, box.body, box.end)) : [];
  });
}

/** When it was made and changed: two numbers of four bytes, or eight. */
function withoutTimes(reader: ByteReader, { body }: Box): Patch {
  return { at: body + 4, length: reader.u8(body) === 1 ? 16 : 8 };
}

/** The same box by the name "free", and nothing in it. */
function freed({ at, body, end }: Box): Patch {
  return body - at === 8 ? { at: at + 4, length: end - at - 4, head: FREE } : freedWide(at, end);
}

/** Of a box with a wide length, that length stays. */
function freedWide(at: number, end: number): Patch {
  return { at: at + 4, length: end - at - 4, head: [...FREE, ...wideLength(end - at)] };
}

function wideLength(length: number): number[] {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(length));
  return [...bytes];
}
