import { VARIANTS, type Variant } from '../../shared/contracts/index.ts';
import type { ImageFormat } from '../../shared/domain/media/media-keys.ts';
import { stripMetadata } from '../../shared/domain/media/strip-metadata.ts';

/** JPEG's is part of the API's contract; the others look the same at these. */
const QUALITY: Record<ImageFormat, number> = { jpeg: 85, webp: 80, avif: 60 };
/** A variant is at most this many times as tall as wide, so that a scroll-long screenshot stays a picture. */
const MAX_ASPECT = 4;

/** Encodes one variant of a picture with the Images binding: upright, in sRGB, without metadata. */
export async function renderVariant(
  images: ImagesBinding,
  source: Uint8Array<ArrayBuffer>,
  variant: Variant,
  format: ImageFormat,
): Promise<Uint8Array> {
  const { width, height, fit } = VARIANTS[variant];
  const result = await images
    .input(streamOf(source))
    .transform({ width, height: height ?? width * MAX_ASPECT, fit })
    .output({ format: `image/${format}`, quality: QUALITY[format] });
  return stripMetadata(new Uint8Array(await result.response().arrayBuffer()), format);
}

/** Encodes a picture that fits into a square of `side` as PNG, for our own eyes. */
export async function renderPng(
  images: ImagesBinding,
  source: Uint8Array<ArrayBuffer>,
  side: number,
): Promise<Uint8Array> {
  const result = await images
    .input(streamOf(source))
    .transform({ width: side, height: side, fit: 'scale-down' })
    .output({ format: 'image/png' });
  return new Uint8Array(await result.response().arrayBuffer());
}

function streamOf(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> {
  return new Blob([bytes]).stream();
}
