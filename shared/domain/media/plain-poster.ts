import type { Pixels } from './pixels.ts';

/** Longest side; a plain picture is enlarged without loss. */
const SIDE = 320;
/** Slate: players and buttons show on it in light and dark. */
const TOP = [51, 57, 66] as const;
const BOTTOM = [24, 27, 32] as const;

/** What stands for a film that came without a poster: a dark gradient of its shape. */
export function plainPoster({ width, height }: { width: number; height: number }): Pixels {
  const scale = SIDE / Math.max(width, height);
  const [columns, rows] = [width, height].map((side) => Math.max(1, Math.round(side * scale))) as [number, number];
  const data = new Uint8ClampedArray(columns * rows * 4);
  for (let y = 0, at = 0; y < rows; y++) {
    const share = y / rows;
    for (let x = 0; x < columns; x++, at += 4) {
      TOP.forEach((top, channel) => {
        data[at + channel] = top + ((BOTTOM[channel] ?? 0) - top) * share;
      });
      data[at + 3] = 255;
    }
  }
  return { width: columns, height: rows, data, hasAlpha: false };
}
