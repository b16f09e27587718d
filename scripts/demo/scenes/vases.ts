import { type Look, plainLook } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, light, scale, smooth } from '../darkroom/light.ts';
import { drawMask } from '../darkroom/mask.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { growTree } from './lone-tree.ts';

export interface VasesOptions {
  palette: 'clay' | 'chalk' | 'celadon' | 'ink';
  /** A bare branch stands in the tallest one. */
  branch?: boolean;
}

const palettes: Record<VasesOptions['palette'], { wall: Light; shelf: Light; glazes: readonly Light[] }> = {
  clay: {
    wall: light('#c9a184', 0.62),
    shelf: light('#a67a5b', 0.6),
    glazes: [light('#b5583a'), light('#d9b99b'), light('#7a3b2a'), light('#e6d5c3')],
  },
  chalk: {
    wall: light('#cfc9bf', 0.72),
    shelf: light('#b8b0a3', 0.66),
    glazes: [light('#ece6da'), light('#d8cfc0'), light('#b9ae9f'), light('#8f8579')],
  },
  celadon: {
    wall: light('#8fa39a', 0.56),
    shelf: light('#6f7f76', 0.5),
    glazes: [light('#a9c4b4'), light('#6e978a'), light('#dfe5da'), light('#3f5f5b')],
  },
  ink: {
    wall: light('#3a4150', 0.4),
    shelf: light('#2b2f3a', 0.4),
    glazes: [light('#1f2a44'), light('#d9d4c8'), light('#5b6f94'), light('#b98b4e')],
  },
};

/** Radius of a pot at a height, both as shares of its width and height; from jug to bottle. */
const forms: readonly ((up: number) => number)[] = [
  (up) => 0.3 + 0.7 * Math.sin(Math.PI * (0.12 + up * 0.72)) ** 1.2 * (1 - up * 0.35),
  (up) =>
    up < 0.58
      ? 0.72 + 0.28 * Math.sin((up / 0.58) * Math.PI)
      : 0.72 - 0.5 * smooth(0.58, 0.74, up) + 0.06 * smooth(0.93, 1, up),
  (up) => 0.82 + 0.18 * Math.sin(up * Math.PI) - 0.12 * smooth(0.8, 1, up),
  (up) =>
    0.5 + 0.5 * Math.sin(Math.PI * Math.min(1, up * 1.18)) - 0.32 * smooth(0.6, 0.86, up) + 0.2 * smooth(0.9, 1, up),
  (up) => 0.42 + 0.58 * up ** 0.55,
];

interface Pot {
  x: number;
  base: number;
  tall: number;
  half: number;
  form: (up: number) => number;
  glaze: Light;
  gloss: number;
}

/** Thrown pots on a shelf in raking window light. */
export async function paintVases(frame: Frame, random: Random, options: VasesOptions): Promise<Look> {
  const { width, height } = frame;
  const tone = palettes[options.palette];
  const noise = new Noise(random);
  const shelf = height * random.between(0.7, 0.76);
  const pots = arrange(random, tone.glazes, width, height, shelf);
  const tallest = pots.reduce((best, pot) => (pot.tall > best.tall ? pot : best));
  const twigs = options.branch ? growTree(random, tallest.x, tallest.base - tallest.tall * 0.97, height * 0.3) : '';
  paintWall(frame, noise, tone, shelf);
  await castShadows(frame, pots, twigs, shelf);
  if (twigs) frame.cover(await drawMask(width, height, twigs, 0.5), light('#2a1d14', 0.6), 0.95);
  for (const pot of pots) throwPot(frame, noise, pot, random.between(0, 90));
  return {
    ...plainLook,
    exposure: 1.02,
    saturation: 0.92,
    bloom: 0.07,
    vignette: 0.3,
    grain: 0.014,
    fade: 0.022,
    shadows: [0.008, 0.006, 0.012],
    highlights: [0.02, 0.008, -0.018],
  };
}

function arrange(random: Random, glazes: readonly Light[], width: number, height: number, shelf: number): Pot[] {
  const count = width > height * 1.2 ? random.whole(4, 6) : random.whole(2, 4);
  const pitch = (width * 0.74) / count;
  return Array.from({ length: count }, (_, i) => {
    const tall = Math.min(height, width * 1.1) * random.between(0.2, 0.44);
    return {
      x: width * 0.13 + pitch * (i + 0.5) + random.between(-0.12, 0.12) * pitch,
      base: shelf + height * random.between(0.03, 0.09),
      tall,
      half: Math.min(pitch * 0.56, tall * random.between(0.28, 0.46)),
      form: random.pick(forms),
      glaze: glazes[(i + random.whole(0, 1)) % glazes.length],
      gloss: random.between(0.04, 0.5),
    };
  }).sort((a, b) => a.base - b.base);
}

function paintWall(frame: Frame, noise: Noise, tone: { wall: Light; shelf: Light }, shelf: number): void {
  const { width, height } = frame;
  frame.paint((pixel, x, y) => {
    const plaster = 1 + noise.fbm(x / 180, y / 180, 4) * 0.07 + noise.at(x / 2.6, y / 2.6) * 0.025;
    const beam = smooth(0.2, 0.0, Math.abs((x + y * 0.72) / width - 0.62) - 0.3);
    const bar = 1 - 0.62 * smooth(0.03, 0.012, Math.abs((x + y * 0.72) / width - 0.6));
    const window = 0.42 + 0.72 * beam * bar;
    const fall = 1.06 - 0.42 * (x / width);
    const onShelf = smooth(shelf - 1, shelf + 1, y);
    const front = smooth(height * 0.93, height * 0.935, y);
    const shade = plaster * fall * (onShelf > 0.5 ? 0.5 + 0.5 * window : window) * (1 - front * 0.55);
    pixel.r = (tone.wall[0] + (tone.shelf[0] - tone.wall[0]) * onShelf) * shade;
    pixel.g = (tone.wall[1] + (tone.shelf[1] - tone.wall[1]) * onShelf) * shade;
    pixel.b = (tone.wall[2] + (tone.shelf[2] - tone.wall[2]) * onShelf) * shade;
  });
}

function outline(pot: Pot, shiftX = 0, shiftY = 0): string {
  const left: string[] = [];
  const right: string[] = [];
  for (let step = 0; step <= 24; step++) {
    const up = step / 24;
    const half = pot.half * pot.form(up);
    const y = (pot.base - pot.tall * up + shiftY).toFixed(1);
    left.push(`${(pot.x - half + shiftX).toFixed(1)} ${y}`);
    right.unshift(`${(pot.x + half + shiftX).toFixed(1)} ${y}`);
  }
  return `<path fill="#fff" d="M${left.join(' L')} L${right.join(' L')} Z"/>`;
}

async function castShadows(frame: Frame, pots: Pot[], twigs: string, shelf: number): Promise<void> {
  const { width, height } = frame;
  const onWall = pots.map((pot) => outline(pot, pot.half * 0.85 + width * 0.05, -(pot.base - shelf) * 0.7)).join('');
  const branch = twigs ? `<g transform="translate(${width * 0.1} ${-height * 0.005})">${twigs}</g>` : '';
  const clip = `<defs><clipPath id="w"><rect width="${width}" height="${shelf}"/></clipPath></defs><g clip-path="url(#w)">${onWall}${branch}</g>`;
  frame.cover(await drawMask(width, height, clip, width * 0.009), [0.02, 0.015, 0.02], 0.4);
  const flat = pots
    .map((pot) => {
      const half = pot.half * pot.form(0);
      return `<path fill="#fff" d="M${pot.x - half} ${pot.base} L${pot.x + half} ${pot.base + half * 0.1} L${pot.x + half * 2.4 + width * 0.05} ${shelf} L${pot.x + width * 0.05} ${shelf} Z"/>`;
    })
    .join('');
  frame.cover(await drawMask(width, height, flat, width * 0.007), [0.02, 0.015, 0.02], 0.45);
  const contact = pots
    .map(
      (pot) =>
        `<ellipse fill="#fff" cx="${pot.x + pot.half * 0.08}" cy="${pot.base}" rx="${pot.half * pot.form(0) * 1.08}" ry="${pot.half * 0.13}"/>`,
    )
    .join('');
  frame.cover(await drawMask(width, height, contact, width * 0.005), [0.01, 0.008, 0.008], 0.8);
}

function throwPot(frame: Frame, noise: Noise, pot: Pot, turn: number): void {
  const { width, light: film } = frame;
  const lip = pot.half * pot.form(1) * 0.17;
  const top = pot.base - pot.tall;
  const bottomSag = pot.half * pot.form(0) * 0.12;
  const dark = scale(pot.glaze, 0.1);
  for (let y = Math.max(0, Math.floor(top - lip - 1)); y < Math.min(frame.height, pot.base + bottomSag + 1); y++) {
    for (let x = Math.max(0, Math.floor(pot.x - pot.half - 1)); x < Math.min(width, pot.x + pot.half + 1); x++) {
      const side = (x - pot.x) / pot.half;
      const sag = Math.sqrt(Math.max(0, 1 - (side / Math.max(0.2, pot.form(0))) ** 2)) * bottomSag;
      const up = (pot.base - y) / pot.tall;
      if (y > pot.base + sag) continue;
      const radius = pot.form(clamp(up));
      const mouth = ((x - pot.x) / (pot.half * pot.form(1))) ** 2 + ((y - top) / lip) ** 2;
      const at = (y * width + x) * 3;
      if (up >= 1 || mouth < 1) {
        const cover = clamp((1 - Math.sqrt(mouth)) * lip * 1.5 + 0.5);
        if (cover === 0) continue;
        const ring = smooth(0.72, 0.95, mouth);
        const inside = dark[0] === 0 ? 0 : 0.4 + 0.6 * clamp(side + 0.5);
        for (let c = 0; c < 3; c++)
          film[at + c] += (dark[c] * inside * (1 - ring) + pot.glaze[c] * ring * 0.5 - film[at + c]) * cover;
        continue;
      }
      const cover = clamp((radius - Math.abs(side)) * pot.half + 0.5);
      if (cover === 0) continue;
      const u = clamp(side / radius, -1, 1);
      const w = Math.sqrt(Math.max(0, 1 - u * u));
      const lean = (pot.form(clamp(up + 0.02)) - pot.form(clamp(up - 0.02))) / 0.04;
      const slope = clamp((-lean * pot.half) / pot.tall, -1.2, 1.2);
      const rings = Math.sin(up * 190 + noise.at(up * 9, turn) * 5) * 0.018 + noise.at(u * 3 + turn, up * 60) * 0.03;
      const facing = (-u * 0.74 + slope * 0.34 + w * 0.46 + rings) / Math.hypot(1, slope * 0.6);
      const wrap = clamp((facing + 0.16) / 1.1) ** 1.25;
      const bounce = 0.05 + 0.1 * clamp(1 - up * 2.2) + 0.05 * clamp(u);
      const speck = noise.at(u * 46 + turn, up * 70) > 0.56 ? 0.72 : 1;
      const glaze = (1 + noise.fbm(u * 2.4 + turn, up * 4, 4) * 0.13) * speck;
      const shine =
        pot.gloss *
        (Math.exp(-(((u + 0.52) / 0.07) ** 2)) * smooth(0.08, 0.3, up) * smooth(0.98, 0.7, up) * 0.35 +
          clamp(facing) ** 18 * 0.18);
      const contact = 0.55 + 0.45 * smooth(-0.02, 0.1, up);
      for (let c = 0; c < 3; c++) {
        const value = pot.glaze[c] * (wrap * 0.98 + bounce) * glaze * contact + shine;
        film[at + c] += (value - film[at + c]) * cover;
      }
    }
  }
}
