import type { Pixels } from './pixels.ts';

const WHITE = 255;

/** Lays the picture on white, in place: JPEG has no alpha, and a picture shall look the same in every format. */
export function flattenPixels(pixels: Pixels): Pixels {
  const { data } = pixels;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? WHITE;
    if (alpha === WHITE) continue;
    for (let channel = at; channel < at + 3; channel++) {
      data[channel] = WHITE + (((data[channel] ?? 0) - WHITE) * alpha) / WHITE;
    }
    data[at + 3] = WHITE;
  }
  return { ...pixels, hasAlpha: false };
}
