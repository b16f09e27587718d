import { ByteReader } from './byte-reader.ts';
import { parseHeif } from './parse-heif.ts';
import type { PhotoReading } from './photo-facts.ts';

/** Counter-clockwise quarter turns of `irot`, as EXIF orientations. Mirroring changes no size, so it is left out. */
const ROTATIONS = [1, 8, 3, 6];
const PROFILE_KINDS = new Set(['prof', 'rICC']);

/** Size from `ispe`, turn from `irot`; an item that reaches past the end of the file means that the file was cut. */
export function readHeif(bytes: Uint8Array, contentType: 'image/avif' | 'image/heic'): PhotoReading {
  const file = parseHeif(bytes);
  if (!file) return { ok: false, code: 'unsupported-encoding' };
  const extents = file.items.flatMap((item) => item.extents);
  if (extents.some(({ offset, length }) => offset + length > bytes.length)) return { ok: false, code: 'truncated' };
  const reader = new ByteReader(bytes);
  const ispe = file.primaryProperties.find(({ name }) => name === 'ispe');
  if (!ispe || extents.length === 0) return { ok: false, code: 'corrupt' };
  const width = reader.u32(ispe.at + 4);
  const height = reader.u32(ispe.at + 8);
  if (width === 0 || height === 0) return { ok: false, code: 'corrupt' };
  const irot = file.primaryProperties.find(({ name }) => name === 'irot');
  const orientation = ROTATIONS[irot ? reader.u8(irot.at) & 3 : 0] ?? 1;
  return { ok: true, value: { contentType, width, height, orientation, frames: 1 } };
}

/** The ICC profile of the main picture; empty when it has none. */
export function readHeifProfile(bytes: Uint8Array): Uint8Array {
  const colours = parseHeif(bytes)?.primaryProperties.filter(({ name }) => name === 'colr') ?? [];
  const reader = new ByteReader(bytes);
  const profile = colours.find(({ at }) => PROFILE_KINDS.has(reader.name(at)));
  return profile ? bytes.subarray(profile.at + 4, profile.end) : new Uint8Array();
}
