import type { PictureEdits } from '../../shared/contracts/index.ts';
import { applyEdits } from '../../shared/contracts/index.ts';
import { convertToSrgb } from '../../shared/domain/media/convert-to-srgb.ts';
import { decodePng } from '../../shared/domain/media/decode-png.ts';
import { flattenPixels } from '../../shared/domain/media/flatten-pixels.ts';
import type { PhotoFacts } from '../../shared/domain/media/photo-facts.ts';
import type { Pixels } from '../../shared/domain/media/pixels.ts';
import { readHeifProfile } from '../../shared/domain/media/read-heif.ts';
import { readIccMatrix } from '../../shared/domain/media/read-icc-matrix.ts';
import { refusesContent } from '../../shared/domain/media/refuses-content.ts';
import { shrinkPixels } from '../../shared/domain/media/shrink-pixels.ts';
import { decodeHeic } from '../codecs/decode-heic.ts';
import type { Services } from '../services.ts';
import { renderPng, renderSample } from './render-variant.ts';

/** A small crop is cut from more pixels, up to this side: 4 bytes each have to fit an isolate. */
const MAX_SIDE = 3_840;

type Picture = {
  original: Uint8Array<ArrayBuffer>;
  contentType: PhotoFacts['contentType'];
  edits: PictureEdits | null;
};

/**
 * The pixels of a picture that cannot be used as it is, at most `side` long: it has edits or alpha, or the Images binding
 * does not read it. Null when the original will do.
 */
export async function changePixels({ images }: Services, picture: Picture, side: number): Promise<Pixels | null> {
  const { original, contentType, edits } = picture;
  const decodeSide = Math.min(MAX_SIDE, Math.round(side / Math.max(edits?.crop?.width ?? 1, edits?.crop?.height ?? 1)));
  try {
    const mayHaveAlpha = contentType !== 'image/jpeg';
    if (!edits && !(mayHaveAlpha && (await renderSample(images, original)).hasAlpha)) return null;
    return edit(flattenPixels(await decodePng(await renderPng(images, original, decodeSide))), edits, side);
  } catch (error) {
    const decoded = contentType === 'image/heic' && refusesContent(error) ? await decodeHeic(original) : null;
    if (!decoded) throw error;
    const matrix = readIccMatrix(readHeifProfile(original));
    const pixels = shrinkPixels(decoded, decodeSide);
    return edit(matrix ? convertToSrgb(pixels, matrix) : pixels, edits, side);
  }
}

function edit(pixels: Pixels, edits: PictureEdits | null, side: number): Pixels {
  return shrinkPixels(edits ? { ...applyEdits(pixels, edits), hasAlpha: false } : pixels, side);
}
