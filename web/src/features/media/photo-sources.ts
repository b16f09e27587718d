import type { Media } from '../../../../shared/contracts/index.ts';

/** Pixel widths the API makes; a smaller original is never enlarged. */
const FEED_WIDTH = 640;
const FULL_WIDTH = 1_080;

export interface PhotoSources {
  src: string;
  srcSet: string;
}

/** `srcset` of the uncropped variants. Null while a medium has none. */
export function photoSources({ urls, width }: Pick<Media, 'urls' | 'width'>): PhotoSources | null {
  if (!urls) return null;
  const own = width ?? FULL_WIDTH;
  const feed = Math.min(FEED_WIDTH, own);
  const full = Math.min(FULL_WIDTH, own);
  const srcSet = full > feed ? `${urls.feed} ${feed}w, ${urls.full} ${full}w` : `${urls.feed} ${feed}w`;
  return { src: urls.feed, srcSet };
}

/** `srcset` for a square tile: the square variant where it is sharp enough, the uncropped one beyond. */
export function tileSources({ urls, width, height }: Pick<Media, 'urls' | 'width' | 'height'>): PhotoSources | null {
  if (!urls) return null;
  const shorter = Math.min(width ?? FEED_WIDTH, height ?? FEED_WIDTH);
  const scale = Math.min(1, FEED_WIDTH / (width ?? FEED_WIDTH));
  const coveredByFeed = Math.round(shorter * scale);
  const square = `${urls.profile} 320w`;
  return { src: urls.profile, srcSet: coveredByFeed > 320 ? `${square}, ${urls.feed} ${coveredByFeed}w` : square };
}
