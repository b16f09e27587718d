import type { PictureEdits } from '../../shared/contracts/index.ts';
import { applyEdits } from '../../shared/contracts/index.ts';
import { convertToSrgb } from '../../shared/domain/media/convert-to-srgb.ts';
import { decodePng } from '../../shared/domain/media/decode-png.ts';
import { flattenPixels } from '../../shared/domain/media/flatten-pixels.ts';
import { heicPixelLimit } from '../../shared/domain/media/heic-limit.ts';
import type { PhotoFacts } from '../../shared/domain/media/photo-facts.ts';
import type { Pixels } from '../../shared/domain/media/pixels.ts';
import { readHeifProfile } from '../../shared/domain/media/read-heif.ts';
import { readIccMatrix } from '../../shared/domain/media/read-icc-matrix.ts';
import { refusesContent } from '../../shared/domain/media/refuses-content.ts';
import { shrinkPixels } from '../../shared/domain/media/shrink-pixels.ts';
import { decodeHeic } from '../codecs/decode-heic.ts';
import type { Services } from '../services.ts';
import { MediaRefusal } from './media-refusal.ts';
import { renderPng, renderSample } from './render-variant.ts';

/** A small crop is cut from more pixels, up to this side and this many: at 12 bytes each, rows and all, they fit an isolate. */
const MAX_SIDE = 3_840;
const MAX_CHANGED_PIXELS = 6_000_000;

type Picture = {
  original: Uint8Array<ArrayBuffer>;
  facts: Pick<PhotoFacts, 'contentType' | 'width' | 'height'>;
  edits: PictureEdits | null;
};

/**
 * The pixels of a picture that cannot be used as it is, at most `side` long: it has edits or alpha, or the Images binding
 * does not read it. Null when the original will do. Refuses a HEIC that is too large to be decoded in here.
 */
export async function changePixels(services: Services, picture: Picture, side: number): Promise<Pixels | null> {
  const { images, config } = services;
  const { original, facts, edits } = picture;
  const decodeSide = Math.min(
    largestSide(facts),
    Math.round(side / Math.max(edits?.crop?.width ?? 1, edits?.crop?.height ?? 1)),
  );
  try {
    const mayHaveAlpha = facts.contentType !== 'image/jpeg';
    if (!edits && !(mayHaveAlpha && (await renderSample(images, original)).hasAlpha)) return null;
    return edit(flattenPixels(await decodePng(await renderPng(images, original, decodeSide))), edits, side);
  } catch (error) {
    if (facts.contentType !== 'image/heic' || !refusesContent(error)) throw error;
    if (facts.width * facts.height > heicPixelLimit(config)) throw new MediaRefusal('heic-too-large');
    const decoded = await decodeHeic(original);
    if (!decoded) throw error;
    const matrix = readIccMatrix(readHeifProfile(original));
    const pixels = shrinkPixels(decoded, decodeSide);
    return edit(matrix ? convertToSrgb(pixels, matrix) : pixels, edits, side);
  }
}

/** The longer side of the largest copy of a picture that may be changed. */
function largestSide({ width, height }: Pick<PhotoFacts, 'width' | 'height'>): number {
  const aspect = Math.max(width, height) / Math.min(width, height);
  return Math.min(MAX_SIDE, Math.floor(Math.sqrt(MAX_CHANGED_PIXELS * aspect)));
}

function edit(pixels: Pixels, edits: PictureEdits | null, side: number): Pixels {
  return shrinkPixels(edits ? { ...applyEdits(pixels, edits), hasAlpha: false } : pixels, side);
}
