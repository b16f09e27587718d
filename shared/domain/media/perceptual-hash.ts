import type { Pixels } from './pixels.ts';

/** The picture is squeezed to this side; the lowest 8 × 8 frequencies of it make the 64 bits. */
const SIDE = 32;
const FREQUENCIES = 8;
const [LUMA_RED, LUMA_GREEN, LUMA_BLUE] = [0.299, 0.587, 0.114];

/** COSINES[u][x]: the DCT-II basis, https://en.wikipedia.org/wiki/Discrete_cosine_transform#DCT-II */
const COSINES = Array.from({ length: FREQUENCIES }, (_, u) =>
  Float64Array.from({ length: SIDE }, (_unused, x) => Math.cos(((2 * x + 1) * u * Math.PI) / (2 * SIDE))),
);

/**
 * A 64-bit perceptual hash as 16 hex digits: one bit for each low frequency of the brightness, set when it is above the
 * median (Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions", 2010). Pictures that look alike
 * differ in few bits, whatever their size, format or quality.
 */
export function perceptualHash(pixels: Pixels): string {
  const grey = squeezeToGrey(pixels);
  const coefficients: number[] = [];
  for (let v = 0; v < FREQUENCIES; v++) {
    for (let u = 0; u < FREQUENCIES; u++) coefficients.push(frequency(grey, u, v));
  }
  const [, ...sorted] = coefficients;
  sorted.sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
  let hash = 0n;
  for (const coefficient of coefficients) hash = (hash << 1n) | (coefficient > median ? 1n : 0n);
  return hash.toString(16).padStart(16, '0');
}

function frequency(grey: Float64Array, u: number, v: number): number {
  const [columns, rows] = [COSINES[u], COSINES[v]];
  let sum = 0;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) sum += (grey[y * SIDE + x] ?? 0) * (columns?.[x] ?? 0) * (rows?.[y] ?? 0);
  }
  return sum;
}

/** Brightness, 32 × 32: each cell is the mean of what it covers, pixels at its edge by their share in it. */
function squeezeToGrey({ data, width, height }: Pixels): Float64Array {
  const rows = sharesOf(height);
  const columns = sharesOf(width);
  const narrow = new Float64Array(SIDE * height);
  for (let y = 0; y < height; y++) {
    for (const [x, shares] of columns.entries()) {
      let sum = 0;
      for (const { at, share } of shares) {
        const pixel = (y * width + at) * 4;
        const [red = 0, green = 0, blue = 0] = [data[pixel], data[pixel + 1], data[pixel + 2]];
        sum += share * (LUMA_RED * red + LUMA_GREEN * green + LUMA_BLUE * blue);
      }
      narrow[y * SIDE + x] = sum;
    }
  }
  const grey = new Float64Array(SIDE * SIDE);
  for (const [y, shares] of rows.entries()) {
    for (let x = 0; x < SIDE; x++) {
      grey[y * SIDE + x] = shares.reduce((sum, { at, share }) => sum + share * (narrow[at * SIDE + x] ?? 0), 0);
    }
  }
  return grey;
}

/** For each of the 32 cells along a side: the pixels that it covers, and how much of the cell each makes up. */
function sharesOf(length: number): { at: number; share: number }[][] {
  const step = length / SIDE;
  return Array.from({ length: SIDE }, (_, cell) => {
    const [from, to] = [cell * step, (cell + 1) * step];
    const shares: { at: number; share: number }[] = [];
    for (let at = Math.floor(from); at < Math.min(length, Math.ceil(to)); at++) {
      shares.push({ at, share: (Math.min(to, at + 1) - Math.max(from, at)) / step });
    }
    return shares;
  });
}
