import type { Look } from '../darkroom/develop.ts';
import { Field } from '../darkroom/field.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, lerp, mix, smooth } from '../darkroom/light.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { type Hour, type HourName, hours } from './hours.ts';
import { paintSky } from './sky.ts';
import { treeLine } from './tree-line.ts';
import { reflectInWater } from './water.ts';

export interface RidgesOptions {
  hour: HourName;
  /** Rounded hills, or rock with creases and snow. */
  ground: 'hills' | 'rock';
  layers?: number;
  /** The nearest ridge carries conifers. */
  trees?: boolean;
  /** The lower part is a still lake. */
  lake?: boolean;
  clouds?: number;
}

interface Ridge {
  /** Row where the ground begins, for each column. */
  ground: Float32Array;
  /** The same with what grows on it. */
  crest: Float32Array;
  /** Row from which nearer ridges hide this one. */
  hidden: Float32Array;
  /** 0 farthest … 1 nearest. */
  near: number;
}

/** Mountains behind mountains, each paler than the one before it. */
export function paintRidges(frame: Frame, random: Random, options: RidgesOptions): Look {
  const hour: Hour = hours[options.hour];
  const { width, height } = frame;
  const shore = options.lake ? Math.round(height * random.between(0.6, 0.68)) : height;
  const land = shore;
  const sunX = width * random.pick([random.between(0.12, 0.36), random.between(0.62, 0.88)]);
  const horizon = land * random.between(0.5, 0.6);
  paintSky(frame, random, hour, {
    horizon: horizon + land * 0.12,
    sunX,
    sunY: horizon - land * random.between(0.03, 0.2),
    clouds: options.clouds ?? random.between(0, 0.6),
    disc: 0,
  });
  const noise = new Noise(random);
  const count = options.layers ?? (options.ground === 'rock' ? 5 : 7);
  const ridges: Ridge[] = [];
  for (let i = 0; i < count; i++) ridges.push(makeRidge(noise, random, options, width, land, horizon, i / (count - 1)));
  const nearest = ridges[count - 1];
  if (options.trees) nearest.crest = treeLine(nearest.ground, random, land * 0.085);
  const open = new Float32Array(width).fill(land);
  for (let i = count - 1; i >= 0; i--) {
    const { crest } = ridges[i];
    ridges[i].hidden = open.slice();
    for (let x = 0; x < width; x++) open[x] = Math.min(open[x], crest[x]);
  }
  for (const ridge of ridges) paintRidge(frame, noise, options, hour, ridge, land, sunX);
  if (options.lake) reflectInWater(frame, random, shore, hour);
  return hour.look;
}

function makeRidge(
  noise: Noise,
  random: Random,
  options: RidgesOptions,
  width: number,
  land: number,
  horizon: number,
  near: number,
): Ridge {
  const crest = new Float32Array(width);
  const rock = options.ground === 'rock';
  const base = lerp(horizon, land * (options.lake ? 0.9 : 0.86), near ** 1.25);
  const swing = land * (rock ? lerp(0.26, 0.1, near) : lerp(0.07, 0.14, near));
  const pitch = (rock ? 1.7 : lerp(2.6, 1.3, near)) / width;
  const offset = random.between(0, 500);
  const peak = random.between(0.25, 0.75) * width;
  for (let x = 0; x < width; x++) {
    const at = x * pitch + offset;
    const shape = rock ? noise.ridged(at, near * 31, 7, 0.46) * 1.5 - 0.9 : noise.fbm(at, near * 31, 6, 0.4) * 1.1;
    const lean = rock ? 0.45 * Math.exp(-(((x - peak) / (width * 0.28)) ** 2)) * (1 - near) : 0;
    crest[x] = base - (shape + lean) * swing;
  }
  return { ground: crest, crest, hidden: crest, near };
}

const RELIEF_STEP = 3;

/** Fills a ridge from its crest down: aerial haze, mist in the valley below, light raking over the slopes. */
function paintRidge(
  frame: Frame,
  noise: Noise,
  options: RidgesOptions,
  hour: Hour,
  ridge: Ridge,
  land: number,
  sunX: number,
): void {
  const { width } = frame;
  const { crest, ground, hidden, near } = ridge;
  const rock = options.ground === 'rock';
  const top = Math.max(0, Math.floor(crest.reduce((least, y) => Math.min(least, y), land)) - 1);
  const bottom = Math.ceil(hidden.reduce((most, y) => Math.max(most, y), 0)) + 1;
  const clear = rock ? lerp(0.45, 0.96, near ** 0.8) : near ** 1.15;
  const body = mix(hour.haze, hour.ink, clear);
  const valley = mix(hour.haze, hour.ink, clear * 0.45);
  const depth = land * lerp(0.13, 0.34, near);
  const fine = (rock ? 9 : 7) / width;
  const relief = new Field(width, bottom - top, RELIEF_STEP, (x, row) => {
    const y = row + top;
    return rock
      ? noise.ridged((x + y * 0.35) * fine, y * fine * 0.8 + near * 13, 5, 0.55)
      : noise.fbm(x * fine, y * fine * 2.2 + near * 13, 3, 0.5) * 0.5;
  });
  const side = sunX < width / 2 ? 1 : -1;
  const bite = rock ? lerp(2.2, 4, near) : lerp(0.5, 1.6, near);
  const snowy = rock && options.hour !== 'night';
  const { haze } = hour;
  const sun = mix(hour.sun, haze, 0.35);
  frame.paint(
    (pixel, x, y) => {
      const below = y - crest[x];
      if (below < -0.5 || y > hidden[x] + 1) return;
      const cover = clamp(below + 0.5);
      const fall = smooth(0, depth, y - ground[x]) * (1 - near * 0.55);
      const row = y - top;
      const beside = relief.at(clamp(x + side * 5, 0, width - 1), Math.min(row + 3, bottom - top));
      const slope = y < ground[x] ? 0 : relief.at(x, row) - beside;
      const sunward = 1 / (1 + Math.abs(x - sunX) / (width * 0.3));
      const lit = Math.max(0, slope) * bite * (1 - near * 0.4) * (0.35 + 0.65 * sunward) * 0.3;
      const shade = clamp(1 + Math.min(0, slope) * bite * 0.9, 0.35, 1);
      const rim = below < 12 ? (1 - below / 12) * sunward * 0.07 * (1 - near * 0.6) : 0;
      const warm = lit + rim;
      const snow = snowy ? smooth(0.16, 0.02, below / land + near * 0.16) * clamp(0.45 + slope * 6) * 0.62 : 0;
      const white = 1.15 + lit;
      let r = body[0] * shade + sun[0] * warm;
      let g = body[1] * shade + sun[1] * warm;
      let b = body[2] * shade + sun[2] * warm;
      r += (haze[0] * white - r) * snow;
      g += (haze[1] * white - g) * snow;
      b += (haze[2] * white - b) * snow;
      r += (valley[0] - r) * fall;
      g += (valley[1] - g) * fall;
      b += (valley[2] - b) * fall;
      pixel.r += (r - pixel.r) * cover;
      pixel.g += (g - pixel.g) * cover;
      pixel.b += (b - pixel.b) * cover;
    },
    top,
    Math.min(bottom, land),
  );
}
