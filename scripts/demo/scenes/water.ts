import type { Frame } from '../darkroom/frame.ts';
import { clamp, smooth } from '../darkroom/light.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import type { Hour } from './hours.ts';

/** Mirrors what stands above the shore into still water, with ripples that grow towards the viewer. */
export function reflectInWater(frame: Frame, random: Random, shore: number, hour: Hour, roughness = 1): void {
  const { width, height, light } = frame;
  const noise = new Noise(random);
  const above = light.slice(0, (shore + 1) * width * 3);
  const deep = height - shore;
  frame.paint(
    (pixel, x, y) => {
      const down = (y - shore) / deep;
      const distance = 1 / (0.06 + down);
      const wave =
        noise.at((x / width) * 5 * distance, distance * 9) * 0.6 +
        noise.at((x / width) * 14 * distance, distance * 24) * 0.4;
      const sway = wave * roughness * (2 + down * 46);
      const squeeze = shore / deep > 1.1 ? 1.08 : shore / deep;
      const row = clamp(shore - (y - shore) * squeeze + sway, 0, shore - 1);
      const upper = Math.floor(row);
      const part = row - upper;
      const at = (upper * width + x) * 3;
      const next = Math.min(upper + 1, shore) * width * 3 + x * 3;
      const mirror = 0.86 - down * 0.34;
      const depth = 0.05 + down * 0.12;
      pixel.r = (above[at] + (above[next] - above[at]) * part) * mirror + hour.ink[0] * depth;
      pixel.g = (above[at + 1] + (above[next + 1] - above[at + 1]) * part) * mirror + hour.ink[1] * depth;
      pixel.b = (above[at + 2] + (above[next + 2] - above[at + 2]) * part) * mirror + hour.ink[2] * depth * 1.3;
      const line = smooth(0.02, 0, down) * 0.5;
      pixel.r += (hour.ink[0] - pixel.r) * line;
      pixel.g += (hour.ink[1] - pixel.g) * line;
      pixel.b += (hour.ink[2] - pixel.b) * line;
    },
    shore,
    height,
  );
}
