import type { Variant } from '../../contracts/index.ts';

/** Formats that variants are stored and served in. */
export const IMAGE_FORMATS = ['avif', 'webp', 'jpeg'] as const;
export type ImageFormat = (typeof IMAGE_FORMATS)[number];

/** Everything of one medium in R2 lies below this. */
export function mediaPrefix(mediaId: string): string {
  return `media/${mediaId}/`;
}

/** The bytes as they were sent, metadata and all: read by the pipeline, never served. */
export function originalKey(mediaId: string): string {
  return `${mediaPrefix(mediaId)}original`;
}

/** What variants are made from when the original is large or its pixels had to change. Never served. */
export function masterKey(mediaId: string): string {
  return `${mediaPrefix(mediaId)}master`;
}

/** A GIF or WebP that moves, as it is served: its frames and nothing else. */
export function animationKey(mediaId: string): string {
  return `${mediaPrefix(mediaId)}animated`;
}

/** A film as it is served: the original without place, device, times and tags. */
export function videoKey(mediaId: string): string {
  return `${mediaPrefix(mediaId)}video`;
}

/** The picture that its owner sent to stand for a film, as it was sent. Never served. */
export function posterKey(mediaId: string): string {
  return `${mediaPrefix(mediaId)}poster`;
}

/** Subtitles of a film in one language, as they are served. */
export function captionsKey(mediaId: string, language: string): string {
  return `${mediaPrefix(mediaId)}captions/${language}.vtt`;
}

export function variantKey(mediaId: string, variant: Variant, format: ImageFormat): string {
  return `${mediaPrefix(mediaId)}${variant}.${format}`;
}
