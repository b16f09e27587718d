import type { Look } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, scale, smooth } from '../darkroom/light.ts';
import { drawMask } from '../darkroom/mask.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { couple, sailingBoat } from './figures.ts';
import { type Hour, type HourName, hours } from './hours.ts';
import { paintSky } from './sky.ts';

export interface SeaOptions {
  hour: HourName;
  clouds?: number;
  subject?: 'boat' | 'couple';
  /** 0.3 calm … 1.5 rough. */
  swell?: number;
}

/** The open sea against the light: every wave that leans the right way throws a glint of the sun. */
export async function paintSea(frame: Frame, random: Random, options: SeaOptions): Promise<Look> {
  const hour: Hour = hours[options.hour];
  const { width, height } = frame;
  const horizon = Math.round(height * random.pick([random.between(0.34, 0.42), random.between(0.52, 0.6)]));
  const sunX = width * random.between(0.25, 0.75);
  const sunY = horizon - height * random.between(0.05, 0.16);
  paintSky(frame, random, hour, {
    horizon: horizon + 2,
    sunX,
    sunY,
    clouds: options.clouds ?? random.between(0.2, 0.8),
    disc: options.hour === 'mist' || options.hour === 'noon' ? 0 : Math.max(width, height) * 0.014,
  });
  paintWater(frame, new Noise(random), hour, horizon, sunX, options.swell ?? 0.8);
  if (options.subject === 'boat') {
    const boat = sailingBoat(sunX + width * random.between(0.08, 0.2), horizon + height * 0.014, height * 0.085);
    frame.cover(await drawMask(width, height, boat), scale(hour.ink, 0.7), 0.94);
  }
  if (options.subject === 'couple') {
    const shore = `<path fill="#fff" d="M0 ${height * 0.93} Q${width * 0.4} ${height * 0.89} ${width} ${height * 0.945} V${height} H0 Z"/>`;
    const people = couple(width * random.between(0.35, 0.65), height * 0.925, height * 0.15);
    frame.cover(await drawMask(width, height, shore + people, 0.6), scale(hour.ink, 0.5), 0.97);
  }
  return hour.look;
}

function paintWater(frame: Frame, noise: Noise, hour: Hour, horizon: number, sunX: number, swell: number): void {
  const { width, height } = frame;
  const deep = height - horizon;
  const size = Math.max(width, height);
  const { zenith, horizon: low, sun, ink } = hour;
  frame.paint(
    (pixel, x, y) => {
      const down = (y - horizon) / deep;
      const distance = 1 / (down + 0.018);
      const across = ((x - width / 2) / size) * distance * 2.2;
      const away = distance * 2.4;
      const fine = smooth(0.0, 0.3, down);
      const long = noise.at(across * 1.4, away * 1.9);
      const middle = noise.at(across * 4.3 + 9, away * 5.7);
      const short = noise.at(across * 15, away * 17 + 5);
      const tiny = fine > 0 ? noise.at(across * 41, away * 43) * fine : 0;
      const slope = (long * 0.5 + middle * 0.42 + short * 0.32 + tiny * 0.2) * swell;
      const lift = clamp(0.1 + down * 0.5 + slope * 0.42) ** 0.7;
      const mirror = clamp(0.94 - down * 0.5 - slope * 0.34, 0.12, 0.96);
      const body = 0.55 + 0.3 * slope;
      const aside = (x - sunX) / size;
      const width0 = 0.03 + 0.17 * down + 0.03 * long;
      const path = Math.exp(-(aside * aside) / (width0 * width0));
      const glints = smooth(0.24 - path * 0.22, 0.62, short * 0.62 + tiny * 0.5 + middle * 0.4 + slope * 0.1);
      const dazzle = path * (glints * glints * 3.2 + 0.16 * (1 - down)) * (1.15 - down * 0.5);
      const warm = Math.exp(-Math.abs(aside) * 3) * mirror * 0.14;
      pixel.r = (low[0] + (zenith[0] - low[0]) * lift) * mirror * 0.84 + ink[0] * body + sun[0] * (dazzle + warm);
      pixel.g = (low[1] + (zenith[1] - low[1]) * lift) * mirror * 0.84 + ink[1] * body + sun[1] * (dazzle * 1.1 + warm);
      pixel.b =
        (low[2] + (zenith[2] - low[2]) * lift) * mirror * 0.86 + ink[2] * body + sun[2] * (dazzle * 1.25 + warm);
    },
    horizon,
    height,
  );
}
