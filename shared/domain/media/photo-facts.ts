import type { Outcome } from '../../errors/index.ts';
import type { MediaErrorCode } from './media-errors.ts';
import type { PhotoContentType } from './sniff-type.ts';

/** What a photo's own structure says, read without decoding a pixel. */
export type PhotoFacts = {
  contentType: PhotoContentType;
  /** Pixels as stored, before orientation. */
  width: number;
  height: number;
  /** EXIF orientation 1–8; for HEIF, what `irot` and `imir` amount to. */
  orientation: number;
  frames: number;
};

export type PhotoReading = Outcome<PhotoFacts, MediaErrorCode>;

/** Width and height as a person sees them. */
export function uprightSize({ width, height, orientation }: PhotoFacts): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
