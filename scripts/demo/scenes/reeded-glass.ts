import type { Look } from '../darkroom/develop.ts';
import { plainLook } from '../darkroom/develop.ts';
import { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, light, scale } from '../darkroom/light.ts';
import type { Random } from '../darkroom/random.ts';

export interface ReededGlassOptions {
  palette: 'ember' | 'sea' | 'orchid' | 'citrus';
  /** Ribs run upright or lie flat. */
  ribs?: 'upright' | 'flat';
}

const palettes: Record<'ember' | 'sea' | 'orchid' | 'citrus', readonly Light[]> = {
  ember: [
    light('#1a0c10', 0.5),
    light('#ff6a2b', 1.5),
    light('#ffb14d', 1.8),
    light('#7a1f2b', 0.9),
    light('#ffe0b0', 1.4),
  ],
  sea: [
    light('#06141f', 0.6),
    light('#1487a8', 1.1),
    light('#7fe0d8', 1.2),
    light('#0d3f63', 0.9),
    light('#ffd9a0', 1.3),
  ],
  orchid: [
    light('#140a1f', 0.6),
    light('#9a4dff', 0.9),
    light('#ff6fa8', 1.2),
    light('#2b2a8c', 0.8),
    light('#ffd0c0', 1.3),
  ],
  citrus: [
    light('#10180c', 0.6),
    light('#d7e05a', 1.1),
    light('#ff9f3f', 1.4),
    light('#2f7d4f', 0.8),
    light('#fff2c0', 1.3),
  ],
};

/** Coloured lights behind ribbed glass: each rib is a small lens that repeats and stretches what is behind it. */
export function paintReededGlass(frame: Frame, random: Random, options: ReededGlassOptions): Look {
  const { width, height } = frame;
  const colours = palettes[options.palette];
  const room = new Frame(Math.ceil(width / 3), Math.ceil(height / 3));
  const blobs = Array.from({ length: 10 }, (_, i) => ({
    x: random.between(-0.1, 1.1) * room.width,
    y: random.between(0.0, 1.0) * room.height,
    rx: random.between(0.08, 0.34) * room.width,
    ry: random.between(0.06, 0.26) * room.height,
    sharp: random.between(1.2, 7),
    colour: scale(colours[1 + (i % 4)], random.between(0.35, 1)),
  }));
  room.paint((pixel, x, y) => {
    let [r, g, b] = colours[0];
    for (const blob of blobs) {
      const d = ((x - blob.x) / blob.rx) ** 2 + ((y - blob.y) / blob.ry) ** 2;
      const share = 1 / (1 + d ** blob.sharp);
      r += (blob.colour[0] - r) * share * 0.85;
      g += (blob.colour[1] - g) * share * 0.85;
      b += (blob.colour[2] - b) * share * 0.85;
    }
    pixel.r = r;
    pixel.g = g;
    pixel.b = b;
  });
  const flat = options.ribs === 'flat';
  const pitch = (flat ? height : width) / random.whole(13, 24);
  const power = pitch * random.between(4, 7);
  const wobble = random.between(0, 9);
  frame.paint((pixel, x, y) => {
    const along = flat ? x : y;
    const across = (flat ? y : x) + Math.sin(along / 190 + wobble) * 1.2;
    const rib = Math.floor(across / pitch);
    const local = across / pitch - rib - 0.5;
    const bend = local * power * (1 + 1.2 * local * local);
    const seen = (rib + 0.5) * pitch + bend;
    const sx = clamp(flat ? along : seen, 0, width - 1) / 3;
    const sy = clamp(flat ? seen : along, 0, height - 1) / 3;
    const column = Math.min(room.width - 2, sx | 0);
    const row = Math.min(room.height - 2, sy | 0);
    const tx = Math.min(1, sx - column);
    const ty = Math.min(1, sy - row);
    const at = (row * room.width + column) * 3;
    const below = at + room.width * 3;
    const edge = Math.abs(local) * 2;
    const groove = 1 - 0.6 * edge ** 9;
    const shine = 0.05 * Math.exp(-(((local + 0.3) / 0.06) ** 2)) + 0.02 * Math.exp(-(((local - 0.36) / 0.03) ** 2));
    const source = room.light;
    const read = (c: number) => {
      const upper = source[at + c] + (source[at + 3 + c] - source[at + c]) * tx;
      return upper + (source[below + c] + (source[below + 3 + c] - source[below + c]) * tx - upper) * ty;
    };
    pixel.r = read(0) * groove + shine;
    pixel.g = read(1) * groove + shine;
    pixel.b = read(2) * groove + shine * 1.1;
  });
  return {
    ...plainLook,
    exposure: 0.95,
    saturation: 1.02,
    bloom: 0.2,
    vignette: 0.35,
    grain: 0.018,
    shadows: [0.01, 0.0, 0.02],
  };
}
