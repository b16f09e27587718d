import { VARIANTS, type Variant } from '../../shared/contracts/index.ts';
import { decodePng } from '../../shared/domain/media/decode-png.ts';
import { flattenPixels } from '../../shared/domain/media/flatten-pixels.ts';
import type { ImageFormat } from '../../shared/domain/media/media-keys.ts';
import type { Pixels } from '../../shared/domain/media/pixels.ts';
import { stripMetadata } from '../../shared/domain/media/strip-metadata.ts';
import { encodeJpeg } from '../codecs/encode-jpeg.ts';

/** Part of the API's contract. */
const JPEG_QUALITY = 85;
/** What looks the same as that. */
const QUALITY = { webp: 80, avif: 50 } as const;
/** Variants are made from a master, so it may lose next to nothing. */
const MASTER_QUALITY = 95;
/** A variant is at most this many times as tall as wide, so that a scroll-long screenshot stays a picture. */
const MAX_ASPECT = 4;
/** Side of the small copy that blurhash and the like are computed from. */
const SAMPLE_SIDE = 64;

type Source = Uint8Array<ArrayBuffer>;

/**
 * Encodes one variant of a picture with the Images binding: upright, in sRGB, without metadata. JPEG is encoded by
 * ourselves, because the binding's emulation takes no notice of a quality.
 */
export async function renderVariant(
  images: ImagesBinding,
  source: Source,
  variant: Variant,
  format: ImageFormat,
): Promise<Uint8Array> {
  const { width, height, fit } = VARIANTS[variant];
  const box = { width, height: height ?? width * MAX_ASPECT, fit };
  if (format === 'jpeg') {
    const pixels = await decodePng(await render(images, source, box, { format: 'image/png' }));
    return encodeJpeg(flattenPixels(pixels), JPEG_QUALITY);
  }
  const options = { format: `image/${format}`, quality: QUALITY[format] } as const;
  return stripMetadata(await render(images, source, box, options), format);
}

/** The small copy, decoded. */
export async function renderSample(images: ImagesBinding, source: Source): Promise<Pixels> {
  return decodePng(await renderPng(images, source, SAMPLE_SIDE));
}

/** Encodes a picture that fits into a square of `side` as PNG, for our own eyes. */
export function renderPng(images: ImagesBinding, source: Source, side: number): Promise<Source> {
  return render(images, source, { width: side, height: side, fit: 'scale-down' }, { format: 'image/png' });
}

/** Encodes an upright copy that fits into a square of `side`, to make variants from. */
export function renderJpegMaster(images: ImagesBinding, source: Source, side: number): Promise<Source> {
  const options = { format: 'image/jpeg', quality: MASTER_QUALITY } as const;
  return render(images, source, { width: side, height: side, fit: 'scale-down' }, options);
}

async function render(
  images: ImagesBinding,
  source: Source,
  box: ImageTransform,
  options: Omit<ImageOutputOptions, 'anim'>,
): Promise<Source> {
  const result = await images
    .input(new Blob([source]).stream())
    .transform(box)
    // Variants are stills: of an animation, its first frame.
    .output({ ...options, anim: false });
  return new Uint8Array(await result.response().arrayBuffer());
}
