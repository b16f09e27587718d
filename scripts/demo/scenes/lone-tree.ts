import type { Look } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, light, smooth } from '../darkroom/light.ts';
import { drawMask } from '../darkroom/mask.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { walker } from './figures.ts';

export interface LoneTreeOptions {
  season: 'snow' | 'meadow' | 'dusk';
  walker?: boolean;
}

const seasons = {
  snow: {
    sky: light('#c9d3da', 0.85),
    low: light('#e9ebea', 0.95),
    ground: light('#dfe6ec', 0.9),
    shade: light('#9fb2c6', 0.75),
    ink: light('#20242a', 0.5),
    warm: light('#ffe9d0', 0.25),
  },
  meadow: {
    sky: light('#6fa6c9', 0.75),
    low: light('#f2e2b4', 0.95),
    ground: light('#b9a14a', 0.65),
    shade: light('#5f6b2c', 0.5),
    ink: light('#1a2014', 0.5),
    warm: light('#ffc46b', 0.8),
  },
  dusk: {
    sky: light('#39487a', 0.5),
    low: light('#f09a78', 0.75),
    ground: light('#5b5a7c', 0.38),
    shade: light('#2c3358', 0.34),
    ink: light('#0c0f1c', 0.5),
    warm: light('#ff8a5a', 0.7),
  },
} as const;

/** One bare tree on an empty field, and a great deal of air. */
export async function paintLoneTree(frame: Frame, random: Random, options: LoneTreeOptions): Promise<Look> {
  const { width, height } = frame;
  const tone = seasons[options.season];
  const noise = new Noise(random);
  const size = Math.max(width, height);
  const rise = height * random.between(0.66, 0.74);
  const treeX = width * random.pick([random.between(0.28, 0.38), random.between(0.62, 0.72)]);
  const sunX = treeX + width * random.between(-0.12, 0.12);
  const crest = new Float32Array(width);
  const offset = random.between(0, 60);
  for (let x = 0; x < width; x++) crest[x] = rise - noise.fbm((x / width) * 1.1 + offset, 4, 2) * height * 0.05;
  frame.paintSoft(4, (pixel, x, y) => {
    const up = clamp((rise - y) / rise) ** 0.7;
    const d = Math.hypot(x - sunX, y - rise + height * 0.12) / size;
    const glow = 0.8 * Math.exp(-d * 3.6) + 0.7 * Math.exp(-d * d * 90);
    const veil = noise.fbm((x / size) * 3, (y / size) * 9, 4) * 0.05;
    pixel.r = tone.low[0] + (tone.sky[0] - tone.low[0]) * up + tone.warm[0] * glow + veil;
    pixel.g = tone.low[1] + (tone.sky[1] - tone.low[1]) * up + tone.warm[1] * glow + veil;
    pixel.b = tone.low[2] + (tone.sky[2] - tone.low[2]) * up + tone.warm[2] * glow + veil;
  });
  paintField(frame, noise, tone, crest);
  const foot = crest[Math.round(treeX)] + height * 0.006;
  const tall = height * random.between(0.3, 0.36);
  const twigs = growTree(random, treeX, foot, tall);
  const shadow = `<g transform="translate(${treeX} ${foot}) scale(1 -0.32) skewX(${random.between(20, 42)}) translate(${-treeX} ${-foot})">${twigs}</g>`;
  frame.cover(await drawMask(width, height, shadow, 2.4), tone.shade, 0.55);
  const figure = options.walker
    ? walker(treeX + width * (treeX < width / 2 ? 0.26 : -0.26), foot + height * 0.05, height * 0.06)
    : '';
  frame.cover(await drawMask(width, height, twigs + figure, 0.5), tone.ink, 0.96);
  const mist = new Float32Array(width * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) mist[i] = Math.exp(-(((y - crest[x]) / (height * 0.03)) ** 2)) * 0.4;
  }
  frame.cover(mist, tone.low);
  return {
    exposure: options.season === 'dusk' ? 1.2 : 0.98,
    contrast: 1.02,
    saturation: 0.95,
    shadows: [0, 0.01, 0.03],
    highlights: [0.02, 0.005, -0.015],
    bloom: 0.14,
    vignette: 0.26,
    grain: 0.014,
    fade: 0.025,
  };
}

function paintField(
  frame: Frame,
  noise: Noise,
  tone: { ground: Light; shade: Light; low: Light },
  crest: Float32Array,
): void {
  const { width, height } = frame;
  frame.paint((pixel, x, y) => {
    const below = y - crest[x];
    if (below < -0.5) return;
    const cover = clamp(below + 0.5);
    const down = below / (height - crest[x]);
    const depth = 1 / (0.08 + down);
    const drift = noise.fbm((x / width) * 1.6 * depth, depth * 2.2, 4, 0.5);
    const blade = noise.at((x / width) * 60 * depth, depth * 70) * 0.12 * smooth(0, 0.4, down);
    const shade = clamp(0.3 + drift * 0.55 + blade + down * 0.22);
    const r = tone.ground[0] + (tone.shade[0] - tone.ground[0]) * shade;
    const g = tone.ground[1] + (tone.shade[1] - tone.ground[1]) * shade;
    const b = tone.ground[2] + (tone.shade[2] - tone.ground[2]) * shade;
    pixel.r += (r - pixel.r) * cover;
    pixel.g += (g - pixel.g) * cover;
    pixel.b += (b - pixel.b) * cover;
  });
}

/** A bare crown: every bough forks into two or three thinner ones, bent a little by the wind. */
export function growTree(random: Random, x: number, y: number, tall: number): string {
  const strokes: string[] = [];
  const grow = (fromX: number, fromY: number, angle: number, length: number, girth: number, order: number): void => {
    const bend = random.normal() * 0.12;
    const midX = fromX + Math.cos(angle + bend) * length * 0.5;
    const midY = fromY - Math.sin(angle + bend) * length * 0.5;
    const toX = fromX + Math.cos(angle) * length;
    const toY = fromY - Math.sin(angle) * length;
    strokes.push(
      `<path stroke-width="${girth.toFixed(2)}" d="M${fromX.toFixed(1)} ${fromY.toFixed(1)} Q${midX.toFixed(1)} ${midY.toFixed(1)} ${toX.toFixed(1)} ${toY.toFixed(1)}"/>`,
    );
    if (order === 0 || length < 3) return;
    const forks = random.next() < 0.35 ? 3 : 2;
    for (let i = 0; i < forks; i++) {
      const turn = (i - (forks - 1) / 2) * random.between(0.55, 0.85) + random.normal() * 0.13;
      const upward = (Math.PI / 2 - angle) * 0.1;
      grow(toX, toY, angle + turn + upward, length * random.between(0.66, 0.84), girth * 0.66, order - 1);
    }
  };
  grow(x, y, Math.PI / 2 + random.normal() * 0.05, tall * 0.24, tall * 0.045, 8);
  return `<g stroke="#fff" fill="none" stroke-linecap="round">${strokes.join('')}</g>`;
}
