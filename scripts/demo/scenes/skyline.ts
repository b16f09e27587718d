import type { Look } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, lerp, light, mix, scale, smooth } from '../darkroom/light.ts';
import { Noise } from '../darkroom/noise.ts';
import { type Random, seededRandom } from '../darkroom/random.ts';
import { type Hour, type HourName, hours } from './hours.ts';
import { paintSky } from './sky.ts';
import { reflectInWater } from './water.ts';

export interface SkylineOptions {
  hour: HourName;
  /** A river doubles the lights. */
  river?: boolean;
}

interface Block {
  left: number;
  right: number;
  top: number;
  near: number;
  /** Window grid, in pixels. */
  pitchX: number;
  pitchY: number;
  lit: number;
  seed: number;
}

export const LAMPS: readonly Light[] = [
  light('#ffb45e', 1.5),
  light('#ffd08a', 1.7),
  light('#ff9a4d', 1.2),
  light('#ffe9c9', 1.3),
  light('#cfe4ff', 0.8),
];

/** A city at dusk: blocks behind blocks, and somebody's lamp in every third window. */
export function paintSkyline(frame: Frame, random: Random, options: SkylineOptions): Look {
  const hour: Hour = hours[options.hour];
  const { width, height } = frame;
  const shore = options.river ? Math.round(height * 0.68) : height;
  paintSky(frame, random, hour, {
    horizon: shore * 0.9,
    sunX: width * random.between(0.2, 0.8),
    sunY: shore * random.between(0.6, 0.78),
    clouds: random.between(0.2, 0.7),
    disc: 0,
  });
  const noise = new Noise(random);
  for (const block of raiseBlocks(random, width, shore)) paintBlock(frame, noise, hour, block, shore);
  if (options.river) reflectInWater(frame, random, shore, hour, 1.5);
  return { ...hour.look, bloom: 0.34, vignette: 0.32, grain: 0.018 };
}

function raiseBlocks(random: Random, width: number, shore: number): Block[] {
  const blocks: Block[] = [];
  const rows = 4;
  for (let row = 0; row < rows; row++) {
    const near = row / (rows - 1);
    const breadth = width * lerp(0.05, 0.19, near);
    let x = -random.between(0, breadth);
    while (x < width) {
      const wide = breadth * random.between(0.6, 1.35);
      const tower = random.next() < 0.2 ? random.between(1.2, 1.6) : 1;
      const pitch = lerp(5, 21, near ** 1.2) * (width / 1080);
      blocks.push({
        left: x,
        right: x + wide,
        top: shore * lerp(0.5, 0.72, near) - shore * random.between(-0.05, 0.11) * tower * (1 - near * 0.3),
        near,
        pitchX: pitch * random.between(0.85, 1.3),
        pitchY: pitch * random.between(1.1, 1.6),
        lit: random.between(0.14, 0.42),
        seed: random.whole(1, 1e6),
      });
      x += wide + (random.next() < 0.3 ? breadth * 0.12 : 0);
    }
  }
  return blocks;
}

function paintBlock(frame: Frame, noise: Noise, hour: Hour, block: Block, shore: number): void {
  const { width, light: film } = frame;
  const wall = mix(hour.haze, scale(hour.ink, 1.4), 0.35 + 0.6 * block.near);
  const columns = Math.ceil((block.right - block.left) / block.pitchX);
  const rows = Math.ceil((shore - block.top) / block.pitchY);
  const lamps = lightWindows(block, columns * rows);
  const from = Math.max(0, Math.floor(block.left));
  const to = Math.min(width, Math.ceil(block.right));
  for (let y = Math.max(0, Math.floor(block.top)); y < shore; y++) {
    const down = (y - block.top) / block.pitchY;
    const row = Math.floor(down);
    const inY = down - row;
    const mist = smooth(block.top, shore, y) * (1 - block.near) * 0.45;
    for (let x = from; x < to; x++) {
      const across = (x - block.left) / block.pitchX;
      const column = Math.floor(across);
      const inX = across - column;
      const worn = 1 + noise.at(x / 37 + block.seed, y / 61) * 0.12;
      let r = wall[0] * worn;
      let g = wall[1] * worn;
      let b = wall[2] * worn;
      const pane = smooth(0.18, 0.24, inX) * smooth(0.82, 0.76, inX) * smooth(0.2, 0.26, inY) * smooth(0.84, 0.78, inY);
      if (pane > 0 && row > 0 && across < columns - 0.8) {
        const lamp = lamps[row * columns + column];
        if (lamp > 0) {
          const tint = LAMPS[Math.floor(lamp * 97) % LAMPS.length];
          const hang = 0.55 + 0.75 * (1 - inY) * lamp;
          const bar = 1 - 0.6 * smooth(0.06, 0.03, Math.abs(inX - 0.5));
          const gain = hang * bar * lerp(0.5, 1, block.near) * (0.25 + lamp);
          r += (tint[0] * gain - r) * pane;
          g += (tint[1] * gain - g) * pane;
          b += (tint[2] * gain - b) * pane;
        } else {
          const glass = 0.35 + 0.3 * (1 - inY);
          r += (hour.horizon[0] * 0.16 * glass + wall[0] * 0.35 - r) * pane;
          g += (hour.horizon[1] * 0.16 * glass + wall[1] * 0.35 - g) * pane;
          b += (hour.zenith[2] * 0.3 * glass + wall[2] * 0.4 - b) * pane;
        }
      }
      const at = (y * width + x) * 3;
      const cover = clamp(y - block.top + 0.5) * clamp(x - block.left + 0.5) * clamp(block.right - x + 0.5);
      film[at] += (r + (hour.haze[0] - r) * mist - film[at]) * cover;
      film[at + 1] += (g + (hour.haze[1] - g) * mist - film[at + 1]) * cover;
      film[at + 2] += (b + (hour.haze[2] - b) * mist - film[at + 2]) * cover;
    }
  }
}

/** 0 for a dark window, else how bright its lamp is. */
function lightWindows(block: Block, count: number): Float32Array {
  const random = seededRandom(block.seed);
  const lamps = new Float32Array(count);
  for (let i = 0; i < count; i++) lamps[i] = random.next() < block.lit ? random.between(0.15, 1) : 0;
  return lamps;
}
