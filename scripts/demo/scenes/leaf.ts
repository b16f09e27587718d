import { type Look, plainLook } from '../darkroom/develop.ts';
import { Field } from '../darkroom/field.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, light, mix, smooth } from '../darkroom/light.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';

export interface LeafOptions {
  season: 'spring' | 'summer' | 'autumn';
  /** Drops of last night's rain. */
  dew?: boolean;
}

const seasons: Record<LeafOptions['season'], { lit: Light; deep: Light; vein: Light; shade: Light }> = {
  spring: {
    lit: light('#c8e04a', 1.0),
    deep: light('#3f7a1c', 0.6),
    vein: light('#eef7a8', 1.1),
    shade: light('#0d1f0b', 0.5),
  },
  summer: {
    lit: light('#6fae3c', 0.9),
    deep: light('#155226', 0.55),
    vein: light('#c9e68a', 0.95),
    shade: light('#06150c', 0.5),
  },
  autumn: {
    lit: light('#f0993a', 1.1),
    deep: light('#8c2a12', 0.65),
    vein: light('#ffd98a', 1.15),
    shade: light('#1d0a06', 0.5),
  },
};

/** A leaf against the sun, close enough to see the light travel through it. */
export function paintLeaf(frame: Frame, random: Random, options: LeafOptions): Look {
  const { width, height } = frame;
  const tone = seasons[options.season];
  const noise = new Noise(random);
  const size = Math.max(width, height);
  const angle = random.between(0.25, 1.2) * random.pick([-1, 1]);
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const bend = random.between(-0.25, 0.25);
  const sunX = random.between(0.2, 0.8) * width;
  const sunY = random.between(0.1, 0.45) * height;
  const pitch = random.between(0.105, 0.14);
  const slant = random.between(0.55, 0.85);
  const waver = new Field(width, height, 8, (x, y) => noise.fbm((x / size) * 3, (y / size) * 3, 3));
  const cells = new Field(width, height, 2, (x, y) => noise.ridged((x / size) * 34, (y / size) * 34, 2, 0.6));
  const mottle = new Field(width, height, 6, (x, y) => noise.fbm((x / size) * 9, (y / size) * 9 + 30, 4));
  const shadowEdge = random.between(0.25, 0.5);
  frame.paint((pixel, x, y) => {
    const px = (x - width / 2) / size;
    const py = (y - height / 2) / size;
    const along = px * cos + py * sin;
    const across = -px * sin + py * cos + bend * along * along;
    const w = waver.at(x, y);
    const side = Math.abs(across);
    const rib = Math.exp(-((across / (0.0055 + 0.004 * (0.5 - along))) ** 2));
    const phase = (along - side * slant - side * side * 0.55 + w * 0.028 + (across > 0 ? pitch * 0.42 : 0)) / pitch;
    const off = (phase - Math.round(phase)) * pitch;
    const taper = 0.0042 * clamp(1.15 - side * 1.9);
    const vein = Math.exp(-((off / Math.max(0.0009, taper)) ** 2)) * smooth(0.0, 0.012, side);
    const quilt = Math.cos((phase - Math.round(phase)) * Math.PI);
    const net = smooth(0.68, 0.9, cells.at(x, y));
    const d = Math.hypot(x - sunX, y - sunY) / size;
    const sun = 0.4 + 1.1 * Math.exp(-d * d * 3.4);
    // The shadow of another leaf lies across this one.
    const other = smooth(
      -0.012,
      0.035,
      across * 0.7 + along * 0.9 - shadowEdge + 0.25 + w * 0.16 + Math.abs(across) * 0.3,
    );
    const thick = 0.42 + 0.3 * quilt + mottle.at(x, y) * 0.38 + net * 0.16;
    const body = mix(tone.deep, tone.lit, clamp(thick));
    const veins = clamp(rib + vein * 0.85);
    const light0 = sun * (1 - other * 0.62);
    const edgeDark = 0.82 + 0.18 * smooth(0.0, 0.03, Math.abs(off) + (side < 0.012 ? 0.03 : 0));
    pixel.r = (body[0] + (tone.vein[0] - body[0]) * veins * 0.72) * light0 * edgeDark + tone.shade[0] * other * 0.4;
    pixel.g = (body[1] + (tone.vein[1] - body[1]) * veins * 0.72) * light0 * edgeDark + tone.shade[1] * other * 0.4;
    pixel.b = (body[2] + (tone.vein[2] - body[2]) * veins * 0.72) * light0 * edgeDark + tone.shade[2] * other * 0.5;
  });
  if (options.dew) layDew(frame, random);
  return {
    ...plainLook,
    exposure: 1.0,
    bloom: 0.16,
    vignette: 0.4,
    grain: 0.013,
    saturation: 0.98,
    shadows: [0, 0.01, 0.005],
    highlights: [0.02, 0.01, -0.02],
  };
}

/** Drops: small lenses that turn the picture upside down, dark on the side of the sun and bright on the other. */
export function layDew(frame: Frame, random: Random, count = 46, largest = 0.03): void {
  const { width, height, light: film } = frame;
  const size = Math.max(width, height);
  const before = film.slice();
  for (let i = 0; i < count; i++) {
    const radius = size * (0.003 + largest * random.next() ** 3);
    const cx = random.between(0, width);
    const cy = random.between(0, height);
    const squash = random.between(0.85, 1.1);
    for (let y = Math.max(0, Math.floor(cy - radius * 1.4)); y < Math.min(height, cy + radius * 1.6); y++) {
      for (let x = Math.max(0, Math.floor(cx - radius * 1.2)); x < Math.min(width, cx + radius * 1.4); x++) {
        const u = (x - cx) / radius;
        const v = (y - cy) / (radius * squash);
        const d = Math.hypot(u, v);
        const at = (y * width + x) * 3;
        const cast = Math.exp(-(((Math.hypot(u - 0.22, v - 0.34) - 0.85) / 0.2) ** 2)) * (d > 1 ? 0.4 : 0);
        if (d > 1.02) {
          for (let c = 0; c < 3; c++) film[at + c] *= 1 - cast;
          continue;
        }
        const bend = 1.6 - d * 0.5;
        const sx = clamp(Math.round(cx - u * radius * bend * 1.7), 0, width - 1);
        const sy = clamp(Math.round(cy - v * radius * bend * 1.7), 0, height - 1);
        const from = (sy * width + sx) * 3;
        const cover = clamp((1 - d) * radius);
        const rim = 1 - 0.72 * smooth(0.6, 1, d) * clamp(0.7 - v * 0.6);
        const caustic = 0.75 * smooth(0.95, 0.2, Math.hypot(u - 0.22, v - 0.42));
        const glint =
          3.2 * smooth(size * 0.004, size * 0.012, radius) * smooth(0.2, 0.06, Math.hypot(u + 0.36, v + 0.42));
        for (let c = 0; c < 3; c++) {
          const value = before[from + c] * rim * (0.82 + caustic) + glint;
          film[at + c] += (value - film[at + c]) * cover;
        }
      }
    }
  }
}
