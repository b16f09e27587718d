import type { Pixels } from './pixels.ts';

/** Shrinks a picture so that its longer side is at most `side`: every new pixel is the mean of those it covers. */
export function shrinkPixels(pixels: Pixels, side: number): Pixels {
  const scale = side / Math.max(pixels.width, pixels.height);
  if (scale >= 1) return pixels;
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * pixels.height) / height);
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * pixels.height) / height));
    for (let x = 0; x < width; x++) {
      const left = Math.floor((x * pixels.width) / width);
      const right = Math.max(left + 1, Math.floor(((x + 1) * pixels.width) / width));
      meanInto(data, (y * width + x) * 4, pixels, { left, right, top, bottom });
    }
  }
  return { width, height, data, hasAlpha: pixels.hasAlpha };
}

type Box = { left: number; right: number; top: number; bottom: number };

function meanInto(
  out: Uint8ClampedArray,
  to: number,
  { data, width }: Pixels,
  { left, right, top, bottom }: Box,
): void {
  let [red, green, blue, alpha] = [0, 0, 0, 0];
  for (let y = top; y < bottom; y++) {
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
      red += data[at] ?? 0;
      green += data[at + 1] ?? 0;
      blue += data[at + 2] ?? 0;
      alpha += data[at + 3] ?? 0;
    }
  }
  const count = (right - left) * (bottom - top);
  out[to] = red / count;
  out[to + 1] = green / count;
  out[to + 2] = blue / count;
  out[to + 3] = alpha / count;
}
