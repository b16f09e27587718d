import { type Look, plainLook } from '../darkroom/develop.ts';
import { Field } from '../darkroom/field.ts';
import type { Frame } from '../darkroom/frame.ts';
import { type Light, light, mix, scale } from '../darkroom/light.ts';
import { drawMask } from '../darkroom/mask.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { stander } from './figures.ts';

export interface WallsOptions {
  motif: 'stairs' | 'arches' | 'corner';
  paint: 'white' | 'terracotta' | 'ochre' | 'rose' | 'blue';
  figure?: boolean;
}

const paints: Record<WallsOptions['paint'], { wall: Light; other: Light; sky: Light; low: Light }> = {
  white: {
    wall: light('#f2ebe0', 0.92),
    other: light('#e4d9c8', 0.85),
    sky: light('#2f6db0', 0.7),
    low: light('#9cc4dd', 0.8),
  },
  terracotta: {
    wall: light('#c76a45', 0.8),
    other: light('#e0a27c', 0.8),
    sky: light('#3f8fb5', 0.7),
    low: light('#b4d6dc', 0.85),
  },
  ochre: {
    wall: light('#dba43f', 0.85),
    other: light('#c47b2c', 0.75),
    sky: light('#2c5f9c', 0.65),
    low: light('#8fb9d8', 0.8),
  },
  rose: {
    wall: light('#e3a399', 0.85),
    other: light('#c9776f', 0.75),
    sky: light('#5c86b8', 0.7),
    low: light('#d8d3dc', 0.85),
  },
  blue: {
    wall: light('#3f6fa8', 0.7),
    other: light('#e9e2d6', 0.85),
    sky: light('#e6c9a0', 0.8),
    low: light('#f3e3c6', 0.9),
  },
};

interface Plane {
  shape: string;
  colour: Light;
  blur?: number;
  strength?: number;
}

/** Plain walls in hard sun: two or three planes, one shadow, and the sky. */
export async function paintWalls(frame: Frame, random: Random, options: WallsOptions): Promise<Look> {
  const { width, height } = frame;
  const paint = paints[options.paint];
  const noise = new Noise(random);
  const shadow = (colour: Light) => mix(scale(colour, 0.3), scale(paint.sky, 0.22), 0.45);
  frame.paintSoft(6, (pixel, x, y) => {
    const up = 1 - y / height;
    const veil = 1 + noise.fbm((x / width) * 2, (y / height) * 5, 3) * 0.04;
    pixel.r = (paint.low[0] + (paint.sky[0] - paint.low[0]) * up ** 0.8) * veil;
    pixel.g = (paint.low[1] + (paint.sky[1] - paint.low[1]) * up ** 0.8) * veil;
    pixel.b = (paint.low[2] + (paint.sky[2] - paint.low[2]) * up ** 0.8) * veil;
  });
  const motifs = { stairs: buildStairs, arches: buildArches, corner: buildCorner };
  const planes = motifs[options.motif](random, width, height, paint, shadow);
  const sky = new Float32Array(width * height).fill(1);
  for (const plane of planes) {
    const mask = await drawMask(width, height, `<g fill="#fff">${plane.shape}</g>`, plane.blur ?? 0.5);
    for (let i = 0; i < mask.length; i++) sky[i] *= 1 - mask[i];
    frame.cover(mask, plane.colour, plane.strength ?? 1);
  }
  plaster(frame, noise, sky);
  if (options.figure) {
    const tall = height * 0.1;
    const x = width * random.between(0.42, 0.58);
    const y = height * 0.992;
    const cast = `<g transform="translate(${x} ${y}) skewX(-58) scale(1 0.55) translate(${-x} ${-y})">${stander(x, y, tall)}</g>`;
    frame.cover(await drawMask(width, height, cast, 1), scale(shadow(paint.wall), 0.8), 0.8);
    frame.cover(await drawMask(width, height, stander(x, y, tall), 0.5), [0.02, 0.02, 0.03], 0.95);
  }
  return {
    ...plainLook,
    exposure: 0.98,
    contrast: 1.02,
    saturation: 0.96,
    bloom: 0.05,
    vignette: 0.2,
    grain: 0.013,
    fade: 0.02,
    highlights: [0.02, 0.006, -0.02],
  };
}

type Shade = (colour: Light) => Light;
type Paint = (typeof paints)[WallsOptions['paint']];

function buildStairs(random: Random, width: number, height: number, paint: Paint, shadow: Shade): Plane[] {
  const steps = random.whole(7, 10);
  const run = (width * 1.1) / steps;
  const rise = (height * 0.62) / steps;
  let edge = `M${-width * 0.05} ${height * 0.94}`;
  let tops = '';
  let risers = '';
  for (let i = 0; i < steps; i++) {
    const x = -width * 0.05 + i * run;
    const y = height * 0.94 - i * rise;
    edge += ` L${x} ${y - rise} L${x + run} ${y - rise}`;
    risers += `<rect x="${x - 1}" y="${y - rise}" width="${run * 0.16}" height="${rise + 1}"/>`;
    tops += `<rect x="${x}" y="${y - rise}" width="${run}" height="${rise * 0.1}"/>`;
  }
  const stairs = `<path d="${edge} L${width * 1.2} ${height * 1.1} L${-width * 0.1} ${height * 1.1} Z"/>`;
  const dx = width * 0.1;
  const dy = height * 0.075;
  const back = `<rect x="0" y="${height * random.between(0.1, 0.16)}" width="${width}" height="${height}"/>`;
  return [
    { shape: back, colour: paint.other },
    {
      shape: `<g transform="translate(${-dx} ${-dy})">${stairs}</g>`,
      colour: shadow(paint.other),
      blur: 1.6,
      strength: 0.88,
    },
    { shape: stairs, colour: paint.wall },
    { shape: risers, colour: shadow(paint.wall), strength: 0.5, blur: 0.8 },
    { shape: tops, colour: scale(paint.wall, 1.35), blur: 0.6 },
    {
      shape: `<path d="M${width * 0.35} ${height * 1.02} L${width * 1.1} ${height * 0.55} L${width * 1.1} ${height * 1.02} Z"/>`,
      colour: shadow(paint.wall),
      blur: 1.4,
      strength: 0.85,
    },
  ];
}

function buildArches(random: Random, width: number, height: number, paint: Paint, shadow: Shade): Plane[] {
  const count = width > height * 1.2 ? 3 : random.whole(1, 2);
  const pitch = width / count;
  const half = pitch * (count === 1 ? 0.26 : 0.3);
  const spring = height * random.between(0.4, 0.5);
  const foot = height * random.between(0.86, 0.94);
  let openings = '';
  let depths = '';
  let beyond = '';
  for (let i = 0; i < count; i++) {
    const x = pitch * (i + 0.5);
    const arch = (cx: number, r: number) =>
      `<path d="M${cx - r} ${foot} L${cx - r} ${spring} A${r} ${r} 0 0 1 ${cx + r} ${spring} L${cx + r} ${foot} Z"/>`;
    openings += arch(x, half);
    const shift = half * 0.3;
    depths += `<clipPath id="a${i}">${arch(x, half)}</clipPath>`;
    beyond += `<g clip-path="url(#a${i})"><g transform="translate(${-shift} ${shift * 0.25})">${arch(x, half)}</g></g>`;
  }
  const sea = `<defs>${depths}</defs><g>${beyond}</g>`;
  const horizon = height * random.between(0.62, 0.72);
  const clipSea = `<defs>${depths}<clipPath id="s"><rect y="${horizon}" width="${width}" height="${height}"/></clipPath></defs><g clip-path="url(#s)"><g>${beyond}</g></g>`;
  return [
    { shape: `<rect width="${width}" height="${height}"/>`, colour: paint.wall },
    {
      shape: `<path d="M0 0 H${width} V${height * 0.06} L0 ${height * 0.2} Z"/>`,
      colour: shadow(paint.wall),
      blur: 2,
      strength: 0.85,
    },
    { shape: openings, colour: scale(shadow(paint.wall), 1.25) },
    { shape: sea, colour: mix(paint.sky, paint.low, 0.6) },
    { shape: clipSea, colour: mix(scale(paint.sky, 0.7), paint.low, 0.12) },
    { shape: `<rect y="${foot}" width="${width}" height="${height}"/>`, colour: paint.other },
    {
      shape: `<path d="M0 ${foot} H${width} V${foot + height * 0.012} H0 Z"/>`,
      colour: shadow(paint.other),
      blur: 2,
      strength: 0.7,
    },
  ];
}

function buildCorner(random: Random, width: number, height: number, paint: Paint, shadow: Shade): Plane[] {
  const edge = width * random.between(0.4, 0.62);
  const top = height * random.between(0.2, 0.34);
  const left = top + height * random.between(0.08, 0.16);
  const right = top + height * random.between(0.16, 0.3);
  const sill = height * random.between(0.52, 0.62);
  const wide = width * 0.1;
  const tall = wide * 1.5;
  const wx = edge * 0.42;
  return [
    { shape: `<path d="M0 ${left} L${edge} ${top} V${height * 1.1} H0 Z"/>`, colour: paint.wall },
    { shape: `<path d="M${edge} ${top} L${width} ${right} V${height * 1.1} H${edge} Z"/>`, colour: shadow(paint.wall) },
    {
      shape: `<path d="M0 ${height * 0.98} L${edge} ${height * 0.55} V${height * 1.1} H0 Z"/>`,
      colour: shadow(paint.wall),
      blur: 1.6,
      strength: 0.82,
    },
    {
      shape: `<path d="M${wx} ${sill - tall} l${wide} ${-wide * 0.13} v${tall} l${-wide} ${wide * 0.13} Z"/>`,
      colour: scale(shadow(paint.other), 0.5),
    },
    {
      shape: `<path d="M${wx + wide * 0.22} ${sill - tall} l${wide * 0.78} ${-wide * 0.1} v${tall} l${-wide * 0.78} ${wide * 0.1} Z"/>`,
      colour: scale(paint.sky, 0.35),
    },
    {
      shape: `<path d="M${wx - wide * 0.12} ${sill} l${wide * 1.24} ${-wide * 0.16} v${wide * 0.12} l${-wide * 1.24} ${wide * 0.16} Z"/>`,
      colour: scale(paint.wall, 1.2),
    },
    {
      shape: `<path d="M0 ${left - 7} L${edge} ${top - 7} L${width} ${right - 7} V${right + 5} L${edge} ${top + 5} L0 ${left + 5} Z"/>`,
      colour: scale(paint.other, 1.05),
    },
  ];
}

/** Trowel marks, stains and grain on whatever is not sky. */
function plaster(frame: Frame, noise: Noise, sky: Float32Array): void {
  const { width, height } = frame;
  const size = Math.max(width, height);
  const trowel = new Field(width, height, 3, (x, y) => noise.fbm((x / size) * 11, (y / size) * 11, 4, 0.55));
  const stain = new Field(width, height, 8, (x, y) => noise.fbm((x / size) * 3.5, (y / size) * 1.6 + 40, 3));
  frame.paint((pixel, x, y) => {
    const wall = 1 - sky[y * width + x];
    if (wall === 0) return;
    const relief = trowel.at(x, y) - trowel.at(Math.min(width - 1, x + 3), Math.max(0, y - 3));
    const shade =
      1 + wall * (relief * 0.5 + stain.at(x, y) * 0.16 + noise.at(x * 0.45, y * 0.45) * 0.035 - 0.1 * (y / height));
    pixel.r *= shade;
    pixel.g *= shade;
    pixel.b *= shade;
  });
}
