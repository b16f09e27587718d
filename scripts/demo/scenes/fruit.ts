import { type Look, plainLook } from '../darkroom/develop.ts';
import { Field } from '../darkroom/field.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, light, mix, smooth } from '../darkroom/light.ts';
import { drawMask } from '../darkroom/mask.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';

export interface FruitOptions {
  kind: 'oranges' | 'plums' | 'lemons' | 'apples';
  table?: 'oak' | 'linen' | 'stone';
}

interface Skin {
  colours: readonly Light[];
  /** Depth of the pores, and how much they catch the light. */
  pores: number;
  gloss: number;
  /** The dull, waxy veil on plums and grapes. */
  bloom: number;
  stretch: number;
}

const skins: Record<FruitOptions['kind'], Skin> = {
  oranges: {
    colours: [light('#f0811a'), light('#ee8f25'), light('#e5700f')],
    pores: 0.22,
    gloss: 0.32,
    bloom: 0,
    stretch: 1,
  },
  plums: {
    colours: [light('#3d1637'), light('#56203f'), light('#2a1740')],
    pores: 0.03,
    gloss: 0.3,
    bloom: 0.5,
    stretch: 1.06,
  },
  lemons: {
    colours: [light('#f2c52c'), light('#e9b81e'), light('#efd04a')],
    pores: 0.17,
    gloss: 0.3,
    bloom: 0,
    stretch: 1.26,
  },
  apples: {
    colours: [light('#a3201c'), light('#b8402a'), light('#8f9a3a')],
    pores: 0.03,
    gloss: 0.55,
    bloom: 0,
    stretch: 1.02,
  },
};

const tables = {
  oak: { board: light('#6b4425', 0.85), grain: 0.5 },
  linen: { board: light('#c7bda9', 0.7), grain: 0.12 },
  stone: { board: light('#4a4a4d', 0.7), grain: 0.2 },
} as const;

interface Ball {
  x: number;
  z: number;
  radius: number;
  colour: Light;
  turn: number;
}

/** Eye looks down by this angle; the light stands at the upper left, a window. */
const PITCH = 0.34;
const SIN = Math.sin(PITCH);
const COS = Math.cos(PITCH);
const SUN = [-0.62, 0.66, 0.42] as const;

/** Fruit on a table by a north window, in the manner of the old still lifes. */
export async function paintFruit(frame: Frame, random: Random, options: FruitOptions): Promise<Look> {
  const { width, height } = frame;
  const skin = skins[options.kind];
  const noise = new Noise(random);
  const size = Math.min(width, height);
  const unit = size * (options.kind === 'plums' ? 0.095 : 0.125);
  const balls = arrange(random, skin, width / unit);
  const baseline = height * 0.82;
  const edge = height * 0.4;
  paintTable(frame, noise, options, balls, unit, baseline, edge);
  for (const ball of balls) paintBall(frame, noise, skin, balls, ball, unit, baseline);
  if (options.kind !== 'oranges') await addStems(frame, random, balls, unit, baseline);
  return {
    ...plainLook,
    exposure: 1.12,
    contrast: 1.05,
    bloom: 0.08,
    vignette: 0.45,
    grain: 0.015,
    fade: 0.014,
    shadows: [0.008, 0.006, 0.014],
    highlights: [0.02, 0.008, -0.02],
  };
}

function arrange(random: Random, skin: Skin, across: number): Ball[] {
  const balls: Ball[] = [];
  const count = random.whole(5, 8);
  for (let tries = 0; tries < 400 && balls.length < count; tries++) {
    const ball: Ball = {
      x: across / 2 + random.normal() * across * 0.17,
      z: random.between(0.2, 4.6),
      radius: random.between(0.88, 1.12),
      colour: random.pick(skin.colours),
      turn: random.between(0, 40),
    };
    const apart = (other: Ball) =>
      Math.hypot((ball.x - other.x) / skin.stretch, ball.z - other.z) > (ball.radius + other.radius) * 0.99;
    if (balls.every(apart)) balls.push(ball);
  }
  return balls.sort((a, b) => b.z - a.z);
}

function paintTable(
  frame: Frame,
  noise: Noise,
  options: FruitOptions,
  balls: Ball[],
  unit: number,
  baseline: number,
  edge: number,
): void {
  const { width, height } = frame;
  const { board, grain } = tables[options.table ?? 'oak'];
  const wall = light('#5a4a3c', 0.62);
  const shadow = new Field(width, height, 3, (x, y) => shadowOn(balls, x / unit, (baseline - y) / (unit * SIN)));
  frame.paint((pixel, x, y) => {
    if (y < edge) {
      const window = Math.exp(-(((x / width) * 1.1) ** 2)) * Math.exp(-((y / height - 0.12) ** 2) * 2.2);
      const plaster = 1 + noise.fbm(x / 260, y / 260, 3) * 0.22;
      const fall = (0.14 + 0.95 * window) * plaster;
      pixel.r = wall[0] * fall;
      pixel.g = wall[1] * fall;
      pixel.b = wall[2] * fall;
      return;
    }
    const wx = x / unit;
    const wz = (baseline - y) / (unit * SIN);
    const boards = options.table === 'linen' ? weave(noise, x, y) : grainOf(noise, wx, wz, grain, x, y);
    const fall = 0.2 + 0.9 * Math.exp(-((x / width) ** 2) * 1.6);
    const shade = boards * fall * shadow.at(x, y) * smooth(edge - 1, edge + height * 0.02, y);
    pixel.r = board[0] * shade;
    pixel.g = board[1] * shade * 0.98;
    pixel.b = board[2] * shade * 0.95;
  });
}

/** Light that reaches a point of the table: the window behind the fruit, and the darkness under it. */
function shadowOn(balls: Ball[], wx: number, wz: number): number {
  let lit = 1;
  let open = 1;
  for (const ball of balls) {
    // The window is wide, so shadows soften with their length.
    const along = (wx - ball.x) * -SUN[0] + (wz - ball.z) * -SUN[2] * 0.9;
    const side = Math.abs((wx - ball.x) * SUN[2] * 0.9 - (wz - ball.z) * SUN[0]) / 0.75;
    const reach = ball.radius * 2.2;
    const soft = 0.16 + Math.max(0, along) * 0.26;
    const across = smooth(ball.radius + soft, ball.radius - soft, side);
    lit *= 1 - 0.92 * across * smooth(-0.9, 0.1, along) * smooth(reach + soft * 2, reach - soft * 2.5, along);
    const near = Math.hypot(wx - ball.x, wz - ball.z);
    open *= 1 - 0.88 * Math.exp(-((near / (ball.radius * 0.82)) ** 2));
  }
  return (lit * 0.87 + 0.13) * open;
}

function grainOf(noise: Noise, wx: number, wz: number, strength: number, x: number, y: number): number {
  const plank = Math.floor(wz / 2.1);
  const seam = smooth(0.0, 0.03, Math.abs(wz / 2.1 - Math.round(wz / 2.1)));
  const rings = noise.fbm(wx * 0.35 + plank * 17, wz * 4.2, 4, 0.6);
  const pores = noise.at(x / 46 + plank * 9, y / 1.7) * 0.12;
  return (1 + rings * strength + pores) * (0.4 + 0.6 * seam);
}

function weave(noise: Noise, x: number, y: number): number {
  const fold = noise.fbm(x / 330, y / 160, 3) * 0.24;
  return 1 + fold + Math.sin(x * 1.9) * 0.035 + Math.sin(y * 2.3) * 0.035 + noise.at(x / 3, y / 3) * 0.06;
}

function paintBall(
  frame: Frame,
  noise: Noise,
  skin: Skin,
  balls: Ball[],
  ball: Ball,
  unit: number,
  baseline: number,
): void {
  const { width, height, light: film } = frame;
  const radius = ball.radius * unit;
  const cx = ball.x * unit;
  const cy = baseline - (ball.radius * COS + ball.z * SIN) * unit;
  const wide = radius * skin.stretch;
  for (let y = Math.max(0, Math.floor(cy - radius - 1)); y < Math.min(height, cy + radius + 1); y++) {
    for (let x = Math.max(0, Math.floor(cx - wide - 1)); x < Math.min(width, cx + wide + 1); x++) {
      const u = (x - cx) / wide;
      const v = (cy - y) / radius;
      const d = Math.hypot(u, v);
      const cover = clamp((1 - d) * radius + 0.5);
      if (cover === 0) continue;
      const w = Math.sqrt(Math.max(0.0004, 1 - u * u - v * v));
      const bumpX = noise.at(u * 26 + ball.turn, v * 26) + noise.at(u * 52 + ball.turn, v * 52) * 0.5;
      const bumpY = noise.at(u * 26 + ball.turn + 70, v * 26) + noise.at(u * 52 + ball.turn, v * 52 + 70) * 0.5;
      const nx = u + bumpX * skin.pores * 0.4;
      const ny = v * COS + w * SIN + bumpY * skin.pores * 0.4;
      const nz = v * SIN - w * COS;
      const facing = nx * SUN[0] + ny * SUN[1] - nz * SUN[2];
      const wrap = clamp((facing + 0.22) / 1.22) ** 1.35;
      const ground = clamp(0.5 - ny * 0.5);
      let shadow = 1;
      for (const other of balls) {
        if (other === ball) continue;
        const away = Math.hypot(ball.x + u * ball.radius - other.x, ball.z - w * ball.radius - other.z) / other.radius;
        shadow *= 1 - 0.6 * Math.exp(-((away / 1.05) ** 2) * 1.5) * ground;
        const toSun =
          (other.x - ball.x - u * ball.radius) * SUN[0] - (other.z - ball.z + w * ball.radius) * SUN[2] * -1;
        if (toSun > 0.5 && away < 2) shadow *= 0.9;
      }
      const contact = 1 - 0.85 * smooth(-0.5, -1, v * COS - w * SIN * 0.4);
      // Window reflection: a soft-edged pane seen in the skin, with its crossbar.
      const rx = 2 * w * nx;
      const ry = 2 * w * v - 0.2;
      const pane =
        smooth(0.26, 0.18, Math.abs(rx + 0.72)) *
        smooth(0.32, 0.24, Math.abs(ry - 0.62)) *
        (1 - 0.75 * smooth(0.03, 0.015, Math.abs(rx + 0.72)));
      const sheen = clamp(facing) ** 9 * 0.5;
      const mottle = 1 + noise.fbm(u * 3 + ball.turn, v * 3, 3) * 0.16;
      const fresnel = (1 - w) ** 3 * 0.14;
      const veil = skin.bloom * clamp(0.4 + noise.fbm(u * 2.4 + ball.turn, v * 2.4 + 9, 4) * 0.9) * (0.4 + 0.6 * wrap);
      const base = mix(ball.colour, WAX, veil * 0.34);
      const warm = 0.09 * ground;
      const lit = (wrap * 1.25 * shadow + 0.045) * contact * mottle;
      const shine = (pane * 0.7 + sheen) * skin.gloss * shadow * (1 - skin.bloom * 0.5) + fresnel * 0.3;
      const at = (y * width + x) * 3;
      film[at] += (base[0] * (lit + warm) + shine * 0.95 - film[at]) * cover;
      film[at + 1] += (base[1] * (lit + warm * 0.8) + shine - film[at + 1]) * cover;
      film[at + 2] += (base[2] * (lit * 0.97 + warm * 0.5) + shine * 1.06 - film[at + 2]) * cover;
    }
  }
}

const WAX = light('#9aa6c4');

async function addStems(frame: Frame, random: Random, balls: Ball[], unit: number, baseline: number): Promise<void> {
  const { width, height } = frame;
  let stems = '';
  for (const ball of balls) {
    if (random.next() < 0.35) continue;
    const x = (ball.x + random.between(-0.25, 0.25)) * unit;
    const y = baseline - (ball.radius * COS + ball.z * SIN + ball.radius * 0.86) * unit;
    stems += `<path d="M${x} ${y + unit * 0.1} q${random.between(-0.1, 0.1) * unit} ${-unit * 0.2} ${random.between(-0.18, 0.18) * unit} ${-unit * random.between(0.25, 0.42)}"/>`;
  }
  const svg = `<g fill="none" stroke="#fff" stroke-linecap="round" stroke-width="${unit * 0.07}">${stems}</g>`;
  frame.cover(await drawMask(width, height, svg, 0.6), light('#2c2114', 0.6), 0.95);
}
