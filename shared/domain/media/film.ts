import type { Outcome } from '../../errors/index.ts';
import type { MediaErrorCode } from './media-errors.ts';

/** Bytes of a film to write over: `head`, then zeros to `length`. Nothing else of the file moves. */
export type Patch = { at: number; length: number; head?: readonly number[] };

export type FilmPicture = {
  /** Pixels as a person sees them. */
  width: number;
  height: number;
  /** Pixels that a decoder holds. */
  codedPixels: number;
  codec: string;
};

/** What a film's own structure says, read without decoding a frame. */
export type Film = {
  seconds: number;
  /** Null of sound alone. */
  picture: FilmPicture | null;
  encrypted: boolean;
  /** What takes place, device, time and tags out of it, in the order of the file. */
  patches: Patch[];
};

export type FilmReading = Outcome<Film, MediaErrorCode>;

/** More than that was made to keep us busy. */
const MAX_PATCHES = 20_000;

/** Patches in the order of the file; null when there are too many. */
export function orderPatches(patches: readonly Patch[]): Patch[] | null {
  return patches.length > MAX_PATCHES ? null : [...patches].sort((a, b) => a.at - b.at);
}
