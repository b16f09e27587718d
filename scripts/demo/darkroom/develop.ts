import { bloomOf } from './bloom.ts';
import type { Frame } from './frame.ts';
import { clamp, type Light } from './light.ts';
import type { Random } from './random.ts';

/** How the negative is printed: every field has a neutral value in `plainLook`. */
export interface Look {
  exposure: number;
  /** 1 leaves the film curve as it is; more is harder. */
  contrast: number;
  saturation: number;
  /** Offsets in display values (−1…1) for the dark and the bright end. */
  shadows: Light;
  highlights: Light;
  /** Share of highlight light that spreads in the lens. */
  bloom: number;
  vignette: number;
  grain: number;
  /** Lifts black, as on a matt print. */
  fade: number;
}

export const plainLook: Look = {
  exposure: 1,
  contrast: 1,
  saturation: 1,
  shadows: [0, 0, 0],
  highlights: [0, 0, 0],
  bloom: 0.12,
  vignette: 0.25,
  grain: 0.013,
  fade: 0.012,
};

const CURVE_STEPS = 4096;
const BRIGHTEST = 16;
const GRAIN_TILE = 256;

/** Turns exposed light into 8-bit sRGB: lens bloom and fall-off, film curve, split toning, grain. */
export function develop(frame: Frame, look: Look, random: Random): Buffer {
  const { width, height, light } = frame;
  const bytes = Buffer.allocUnsafe(width * height * 3);
  const curve = filmCurve(look);
  const grain = grainTile(random);
  const bloom = bloomOf(frame, look.bloom);
  const indexScale = (CURVE_STEPS - 1) / Math.sqrt(BRIGHTEST);
  const { shadows, highlights, saturation } = look;
  const cx = width / 2;
  const cy = height / 2;
  const corner = cx * cx + cy * cy;
  for (let y = 0, at = 0; y < height; y++) {
    const dy = (y - cy) * (y - cy);
    const grainRow = (y & (GRAIN_TILE - 1)) * GRAIN_TILE;
    const spread = bloom.row(y);
    for (let x = 0; x < width; x++, at += 3) {
      const off = (dy + (x - cx) * (x - cx)) / corner;
      const gain = look.exposure * (1 - look.vignette * off * (0.55 + 0.45 * off));
      const r = curve[index((light[at] + spread[x * 3]) * gain, indexScale)];
      const g = curve[index((light[at + 1] + spread[x * 3 + 1]) * gain, indexScale)];
      const b = curve[index((light[at + 2] + spread[x * 3 + 2]) * gain, indexScale)];
      const luma = 0.25 * r + 0.65 * g + 0.1 * b;
      const dark = (1 - luma) * (1 - luma);
      const bright = luma * luma;
      const speckle = grain[grainRow + (x & (GRAIN_TILE - 1))] * look.grain * (0.4 + 2.2 * luma * (1 - luma));
      const base = luma + speckle;
      bytes[at] = clamp(base + (r - luma) * saturation + dark * shadows[0] + bright * highlights[0]) * 255 + 0.5;
      bytes[at + 1] = clamp(base + (g - luma) * saturation + dark * shadows[1] + bright * highlights[1]) * 255 + 0.5;
      bytes[at + 2] = clamp(base + (b - luma) * saturation + dark * shadows[2] + bright * highlights[2]) * 255 + 0.5;
    }
  }
  return bytes;
}

function index(value: number, indexScale: number): number {
  if (value <= 0) return 0;
  return value >= BRIGHTEST ? CURVE_STEPS - 1 : (Math.sqrt(value) * indexScale) | 0;
}

/** Display value for each step of √light: the ACES filmic fit by Krzysztof Narkowicz, then sRGB's gamma. */
function filmCurve(look: Look): Float32Array {
  const curve = new Float32Array(CURVE_STEPS);
  for (let step = 0; step < CURVE_STEPS; step++) {
    const value = (step / (CURVE_STEPS - 1)) ** 2 * BRIGHTEST * 0.72;
    const toned = clamp((value * (2.51 * value + 0.03)) / (value * (2.43 * value + 0.59) + 0.14));
    const display = toned <= 0.0031308 ? toned * 12.92 : 1.055 * toned ** (1 / 2.4) - 0.055;
    const hard = 0.5 + (display - 0.5) * look.contrast;
    curve[step] = look.fade + clamp(hard) * (1 - look.fade);
  }
  return curve;
}

/** Film grain: Gaussian specks with a little clumping, so that it reads as emulsion and not as pixels. */
function grainTile(random: Random): Float32Array {
  const specks = new Float32Array(GRAIN_TILE * GRAIN_TILE);
  for (let i = 0; i < specks.length; i++) specks[i] = random.normal();
  const clumped = new Float32Array(specks.length);
  const wrap = specks.length - 1;
  for (let i = 0; i < specks.length; i++) {
    const beside = specks[(i + 1) & wrap] + specks[(i - 1) & wrap];
    const above = specks[(i + GRAIN_TILE) & wrap] + specks[(i - GRAIN_TILE) & wrap];
    clumped[i] = specks[i] * 0.75 + (beside + above) * 0.24;
  }
  return clumped;
}
