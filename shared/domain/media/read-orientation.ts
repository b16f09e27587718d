import { ByteReader } from './byte-reader.ts';

const ORIENTATION_TAG = 0x0112;
const UPRIGHT = 1;
/** More entries than any camera writes: a directory that claims more is not read. */
const MAX_ENTRIES = 512;

/** EXIF orientation (1–8) of a TIFF block, which starts at "II" or "MM"; 1 when it is absent or unreadable. */
export function readOrientation(tiff: Uint8Array): number {
  try {
    const reader = new ByteReader(tiff);
    const little = reader.text(0, 2) === 'II';
    if (!little && reader.text(0, 2) !== 'MM') return UPRIGHT;
    const directory = reader.u32(4, little);
    const entries = Math.min(reader.u16(directory, little), MAX_ENTRIES);
    for (let entry = 0; entry < entries; entry++) {
      const at = directory + 2 + entry * 12;
      if (reader.u16(at, little) !== ORIENTATION_TAG) continue;
      const value = reader.u16(at + 8, little);
      return value >= 1 && value <= 8 ? value : UPRIGHT;
    }
  } catch {
    // Damaged metadata is no reason to refuse a photo: it is thrown away anyway.
  }
  return UPRIGHT;
}
