import type { Frame, Pixel } from '../darkroom/frame.ts';
import { clamp } from '../darkroom/light.ts';

const CELLS = 900;

/** A square of ground, one unit of world on each side, with its heights and the sun's shadow on it. */
export interface Ground {
  height(x: number, z: number): number;
  /** 0 in the sun's shadow … 1 lit. */
  lit(x: number, z: number): number;
}

/** Samples a height function once, and sweeps the sun's shadow across it along x (`slope` falls per unit of x). */
export function layGround(height: (x: number, z: number) => number, sunFromLeft: boolean, slope: number): Ground {
  const heights = new Float32Array(CELLS * CELLS);
  const lights = new Float32Array(CELLS * CELLS);
  for (let row = 0, i = 0; row < CELLS; row++) {
    for (let column = 0; column < CELLS; column++, i++) heights[i] = height(column / CELLS, row / CELLS);
  }
  const fall = slope / CELLS;
  for (let row = 0; row < CELLS; row++) {
    let shadow = Number.NEGATIVE_INFINITY;
    for (let step = 0; step < CELLS; step++) {
      const i = row * CELLS + (sunFromLeft ? step : CELLS - 1 - step);
      shadow = Math.max(shadow - fall, heights[i]);
      lights[i] = clamp(1 - (shadow - heights[i]) * 260);
    }
  }
  const read = (values: Float32Array) => (x: number, z: number) => {
    const gx = clamp(x, 0, 0.9999) * (CELLS - 1);
    const gz = clamp(z, 0, 0.9999) * (CELLS - 1);
    const column = gx | 0;
    const row = gz | 0;
    const i = row * CELLS + column;
    const upper = values[i] + (values[i + 1] - values[i]) * (gx - column);
    const lower = values[i + CELLS] + (values[i + CELLS + 1] - values[i + CELLS]) * (gx - column);
    return upper + (lower - upper) * (gz - row);
  };
  return { height: read(heights), lit: read(lights) };
}

export interface View {
  ground: Ground;
  /** Eye height over zero, and the row of the horizon. */
  eye: number;
  horizon: number;
  /** How wide the view opens: world units across at distance 1. */
  spread: number;
  near: number;
  far: number;
  /** Colour of a point: world x and z, distance 0…1 of the way to `far`, and whether it is in the sun. */
  colour(pixel: Pixel, x: number, z: number, away: number): void;
}

/** Looks over the ground, column by column from near to far, painting each pixel with the first ground it meets. */
export function lookOver(frame: Frame, view: View): Float32Array {
  const { width, height, light } = frame;
  const { ground, eye, horizon, spread, near, far } = view;
  const focal = width / spread;
  const pixel: Pixel = { r: 0, g: 0, b: 0 };
  const skyline = new Float32Array(width);
  for (let column = 0; column < width; column++) {
    const aside = (column / width - 0.5) * spread;
    let floor = height;
    let before = near * 0.98;
    let beforeRow = height + (height - horizon);
    for (let z = near; z < far; z += 0.0016 + z * 0.006) {
      const x = 0.5 + aside * z;
      const row = horizon + ((eye - ground.height(x, z)) / z) * focal;
      if (row < floor) {
        const top = Math.max(0, Math.floor(row));
        const span = Math.max(1e-6, beforeRow - row);
        for (let y = Math.min(height, Math.ceil(floor)) - 1; y >= top; y--) {
          const share = clamp((beforeRow - y) / span);
          const depth = before + (z - before) * share;
          view.colour(pixel, 0.5 + aside * depth, depth, depth / far);
          const cover = y === top ? 1 - (row - top) : 1;
          const at = (y * width + column) * 3;
          light[at] += (pixel.r - light[at]) * cover;
          light[at + 1] += (pixel.g - light[at + 1]) * cover;
          light[at + 2] += (pixel.b - light[at + 2]) * cover;
        }
        floor = row;
      }
      before = z;
      beforeRow = row;
    }
    skyline[column] = floor;
  }
  return skyline;
}
