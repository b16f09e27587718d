import type { Pixels } from './pixels.ts';
import type { Matrix } from './read-icc-matrix.ts';

/** Steps of linear light that are told apart when it is written back; 8-bit sRGB needs some 3,300. */
const STEPS = 4_095;

const LINEAR = Float32Array.from({ length: 256 }, (_, value) => {
  const encoded = value / 255;
  return encoded <= 0.04045 ? encoded / 12.92 : ((encoded + 0.055) / 1.055) ** 2.4;
});
const ENCODED = Uint8ClampedArray.from({ length: STEPS + 1 }, (_, step) => {
  const linear = step / STEPS;
  return 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);
});

/**
 * Converts pixels to sRGB, in place, by the matrix of their profile. The tone curve is taken for sRGB's, as it is in
 * Display P3; colours outside sRGB go to its edge.
 */
export function convertToSrgb(pixels: Pixels, matrix: Matrix): Pixels {
  const { data } = pixels;
  const [a, b, c, d, e, f, g, h, i] = matrix;
  for (let at = 0; at < data.length; at += 4) {
    const red = LINEAR[data[at] ?? 0] ?? 0;
    const green = LINEAR[data[at + 1] ?? 0] ?? 0;
    const blue = LINEAR[data[at + 2] ?? 0] ?? 0;
    data[at] = encode(a * red + b * green + c * blue);
    data[at + 1] = encode(d * red + e * green + f * blue);
    data[at + 2] = encode(g * red + h * green + i * blue);
  }
  return pixels;
}

function encode(linear: number): number {
  const step = Math.round(Math.min(1, Math.max(0, linear)) * STEPS);
  return ENCODED[step] ?? 0;
}
