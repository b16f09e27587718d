import { type ByteReader, EndOfBytes } from './byte-reader.ts';
import type { FilmPicture } from './film.ts';
import { type Box, findBox, listBoxes } from './iso-boxes.ts';

export type Track = {
  id: number;
  /** `vide`, `soun`, or something that is neither seen nor heard. */
  handler: string;
  /** Ticks a second. */
  scale: number;
  /** The length of its samples, whatever headers say. */
  seconds: number;
  picture: FilmPicture | null;
  encrypted: boolean;
  /** Its samples lie in another file. */
  external: boolean;
  boxes: { track: Box; header: Box; media: Box[]; table: Box[] };
};

const FIXED_ONE = 65_536;
const SELF_CONTAINED = 1;
const ENCRYPTED_ENTRIES = new Set(['encv', 'enca', 'drmi', 'drms']);

/** Reads a `trak` box: what it is, how long, how large, and where its tables lie. */
export function readTrack(reader: ByteReader, track: Box): Track {
  const children = listBoxes(reader, track.body, track.end);
  const [header, mdia] = [need(children, 'tkhd'), need(children, 'mdia')];
  const media = listBoxes(reader, mdia.body, mdia.end);
  const minf = need(media, 'minf');
  const information = listBoxes(reader, minf.body, minf.end);
  const stbl = need(information, 'stbl');
  const table = listBoxes(reader, stbl.body, stbl.end);
  const handler = reader.name(need(media, 'hdlr').body + 8);
  const scale = readScale(reader, need(media, 'mdhd'));
  const entry = readEntry(reader, need(table, 'stsd'));
  return {
    id: reader.u32(header.body + (reader.u8(header.body) === 1 ? 20 : 12)),
    handler,
    scale,
    seconds: scale === 0 ? 0 : sumTimes(reader, findBox(table, 'stts')) / scale,
    picture: handler === 'vide' && entry ? readPicture(reader, header, entry) : null,
    encrypted: entry !== null && ENCRYPTED_ENTRIES.has(entry.name),
    external: isExternal(reader, findBox(information, 'dinf')),
    boxes: { track, header, media, table },
  };
}

function need(boxes: readonly Box[], name: string): Box {
  const box = findBox(boxes, name);
  if (!box) throw new EndOfBytes();
  return box;
}

function readScale(reader: ByteReader, { body }: Box): number {
  return reader.u32(body + (reader.u8(body) === 1 ? 20 : 12));
}

/** The first sample entry: its name is the codec. */
function readEntry(reader: ByteReader, { body, end }: Box): Box | null {
  return listBoxes(reader, body + 8, end)[0] ?? null;
}

/** Pairs of a count and a duration. */
function sumTimes(reader: ByteReader, box: Box | undefined): number {
  if (!box) return 0;
  let total = 0;
  const count = reader.u32(box.body + 4);
  for (let at = box.body + 8, index = 0; index < count; index++, at += 8) total += reader.u32(at) * reader.u32(at + 4);
  return total;
}

/** Width and height of a track, exchanged when its matrix turns it by a quarter. */
function readPicture(reader: ByteReader, { body }: Box, entry: Box): FilmPicture {
  const at = body + (reader.u8(body) === 1 ? 52 : 40);
  const turned = reader.u32(at) === 0 && reader.u32(at + 4) !== 0;
  const coded = { width: reader.u16(entry.at + 32), height: reader.u16(entry.at + 34) };
  const width = Math.round(reader.u32(at + 36) / FIXED_ONE) || coded.width;
  const height = Math.round(reader.u32(at + 40) / FIXED_ONE) || coded.height;
  return {
    ...(turned ? { width: height, height: width } : { width, height }),
    codedPixels: coded.width * coded.height,
    codec: entry.name,
  };
}

/** A film that names other files or addresses for its samples would make players fetch them. */
function isExternal(reader: ByteReader, dinf: Box | undefined): boolean {
  const dref = dinf && findBox(listBoxes(reader, dinf.body, dinf.end), 'dref');
  if (!dref) return false;
  const entries = listBoxes(reader, dref.body + 8, dref.end);
  return entries.some(({ body }) => (reader.u32(body) & SELF_CONTAINED) === 0);
}
