import type { Frame } from './frame.ts';

const CELL = 8;
const PASSES = 3;

/** Highlight light spread by the lens, one row at a time: three floats for every column of the frame. */
export interface Bloom {
  row(y: number): Float32Array;
}

/** Gathers what is brighter than mid-grey in 8-pixel cells and blurs it; red spreads a little more, as in film. */
export function bloomOf(frame: Frame, strength: number): Bloom {
  const columns = Math.ceil(frame.width / CELL) + 1;
  const rows = Math.ceil(frame.height / CELL) + 1;
  const radius = Math.max(2, Math.round(Math.min(columns, rows) / 22));
  const spread = gather(frame, columns, rows).map((plane, channel) =>
    blurPlane(plane, columns, rows, radius + (channel === 0 ? 1 : 0)),
  );
  const line = new Float32Array(frame.width * 3);
  return {
    row(y) {
      const top = Math.floor(y / CELL) * columns;
      const down = y / CELL - Math.floor(y / CELL);
      for (let channel = 0; channel < 3; channel++) {
        const plane = spread[channel];
        for (let x = 0, at = channel; x < frame.width; x++, at += 3) {
          const column = (x / CELL) | 0;
          const i = top + column;
          const left = plane[i] + (plane[i + columns] - plane[i]) * down;
          const right = plane[i + 1] + (plane[i + columns + 1] - plane[i + 1]) * down;
          line[at] = (left + (right - left) * (x / CELL - column)) * strength;
        }
      }
      return line;
    },
  };
}

function gather(frame: Frame, columns: number, rows: number): Float32Array[] {
  const planes = [0, 1, 2].map(() => new Float32Array(columns * rows));
  const { width, height, light } = frame;
  const probe = CELL / 2;
  const weight = (probe * probe) / (CELL * CELL);
  for (let y = 0; y < height; y += probe) {
    for (let x = 0; x < width; x += probe) {
      const at = (y * width + x) * 3;
      const cell = ((y / CELL) | 0) * columns + ((x / CELL) | 0);
      const brightness = (light[at] + light[at + 1] + light[at + 2]) / 3;
      const over = brightness > 0.35 ? Math.min(1, brightness - 0.35) * weight : 0;
      if (over === 0) continue;
      for (let channel = 0; channel < 3; channel++) {
        planes[channel][cell] += Math.min(8, light[at + channel]) * over;
      }
    }
  }
  return planes;
}

/** Three box blurs in each direction: close to a Gaussian, at a cost that does not grow with the radius. */
function blurPlane(plane: Float32Array, columns: number, rows: number, radius: number): Float32Array {
  let from: Float32Array = plane;
  let to: Float32Array = new Float32Array(plane.length);
  const pass = (length: number, lines: number, along: number, across: number) => {
    for (let line = 0; line < lines; line++) {
      const start = line * across;
      let sum = 0;
      for (let k = -radius; k <= radius; k++) sum += from[start + Math.min(length - 1, Math.max(0, k)) * along];
      for (let k = 0; k < length; k++) {
        to[start + k * along] = sum / (2 * radius + 1);
        sum += from[start + Math.min(length - 1, k + radius + 1) * along];
        sum -= from[start + Math.max(0, k - radius) * along];
      }
    }
    const swap = from;
    from = to;
    to = swap;
  };
  for (let i = 0; i < PASSES; i++) {
    pass(columns, rows, 1, columns);
    pass(rows, columns, columns, 1);
  }
  return from;
}
