import type { Config } from '../../config/index.ts';

/**
 * What fits an isolate of 128 MB: libheif takes 11.6 bytes a pixel at its peak and 17 MB by itself, its result 4 bytes a
 * pixel (docs/decisions/0013-codecs-of-our-own.md).
 */
export const ISOLATE_HEIC_PIXELS = 6_000_000;

/** The pixels of a HEIC that this process decodes itself at most; workerd on one's own machine has no limit of memory. */
export function heicPixelLimit({
  ENVIRONMENT,
  MAX_HEIC_PIXELS,
}: Pick<Config, 'ENVIRONMENT' | 'MAX_HEIC_PIXELS'>): number {
  return ENVIRONMENT === 'production' ? Math.min(MAX_HEIC_PIXELS, ISOLATE_HEIC_PIXELS) : MAX_HEIC_PIXELS;
}
