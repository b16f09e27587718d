import type { ByteReader } from './byte-reader.ts';
import { type Element, findElement, floatOf, ID, listElements, textOf, uintOf } from './ebml.ts';
import type { FilmPicture } from './film.ts';

const PICTURE = 1;
const SOUND = 2;
const DEFAULT_SCALE = 1_000_000;
const NANOSECONDS = 1_000_000_000;

export type WebmTracks = {
  picture: FilmPicture | null;
  encrypted: boolean;
  /** A track that is neither seen nor heard: it may say anything, and its frames are mixed with the others. */
  hidden: boolean;
};

/** Declared length, and nanoseconds a tick. */
export function readWebmInfo(reader: ByteReader, info: readonly Element[]): { seconds: number; scale: number } {
  const scale = uintOf(reader, info, ID.timestampScale) ?? DEFAULT_SCALE;
  const seconds = (floatOf(reader, info, ID.duration) * scale) / NANOSECONDS;
  return { seconds: Number.isFinite(seconds) ? Math.max(0, seconds) : 0, scale };
}

export function readWebmTracks(reader: ByteReader, tracks: readonly Element[]): WebmTracks {
  const found: WebmTracks = { picture: null, encrypted: false, hidden: false };
  for (const track of tracks.filter(({ id }) => id === ID.trackEntry)) {
    const fields = listElements(reader, track.body, track.end);
    const type = uintOf(reader, fields, ID.trackType);
    if (type !== PICTURE && type !== SOUND) found.hidden = true;
    if (isEncrypted(reader, findElement(fields, ID.encodings))) found.encrypted = true;
    if (type === PICTURE) found.picture ??= readPicture(reader, fields);
  }
  return found;
}

function readPicture(reader: ByteReader, fields: readonly Element[]): FilmPicture | null {
  const video = findElement(fields, ID.video);
  if (!video) return null;
  const picture = listElements(reader, video.body, video.end);
  const width = uintOf(reader, picture, ID.pixelWidth) ?? 0;
  const height = uintOf(reader, picture, ID.pixelHeight) ?? 0;
  return { width, height, codedPixels: width * height, codec: textOf(reader, fields, ID.codecId) };
}

function isEncrypted(reader: ByteReader, encodings: Element | undefined): boolean {
  if (!encodings) return false;
  return listElements(reader, encodings.body, encodings.end)
    .filter(({ id }) => id === ID.encoding)
    .some(({ body, end }) => findElement(listElements(reader, body, end), ID.encryption));
}
