import type { Config } from '../../config/index.ts';
import type { Outcome } from '../../errors/index.ts';
import { cleanGif } from './clean-gif.ts';
import { cleanWebp } from './clean-webp.ts';
import type { MediaErrorCode } from './media-errors.ts';
import type { PhotoFacts } from './photo-facts.ts';

export type Animation = { contentType: 'image/gif' | 'image/webp'; bytes: Uint8Array<ArrayBuffer> };
export type AnimationLimits = Pick<Config, 'MAX_ANIMATION_BYTES' | 'MAX_ANIMATION_PIXELS'>;

/** What of a picture moves, as it is served; null for a still one. Pixels are counted over all frames. */
export function prepareAnimation(
  original: Uint8Array,
  { contentType, frames, width, height, orientation }: PhotoFacts,
  { MAX_ANIMATION_BYTES, MAX_ANIMATION_PIXELS }: AnimationLimits,
): Outcome<Animation | null, MediaErrorCode> {
  if (frames < 2 || (contentType !== 'image/gif' && contentType !== 'image/webp')) return { ok: true, value: null };
  if (original.length > MAX_ANIMATION_BYTES || frames * width * height > MAX_ANIMATION_PIXELS) {
    return { ok: false, code: 'animation-too-large' };
  }
  // Frames are copied, not drawn anew, so they cannot be turned.
  const bytes = orientation === 1 ? (contentType === 'image/gif' ? cleanGif : cleanWebp)(original) : null;
  return bytes ? { ok: true, value: { contentType, bytes } } : { ok: false, code: 'unsupported-encoding' };
}
