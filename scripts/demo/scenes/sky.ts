import type { Frame } from '../darkroom/frame.ts';
import { clamp, smooth } from '../darkroom/light.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import type { Hour } from './hours.ts';

export interface Sky {
  /** Pixel row of the horizon. */
  horizon: number;
  sunX: number;
  sunY: number;
  /** 0 clear … 1 full of high cloud. */
  clouds: number;
  /** Whether the disc itself is drawn, and its radius in pixels. */
  disc: number;
}

const SOFT_STEP = 4;

/** Paints a sky down to its horizon: gradient, the sun's glow in the air, high cloud lit from the sun's side. */
export function paintSky(frame: Frame, random: Random, hour: Hour, sky: Sky): void {
  const { width, height } = frame;
  const { zenith, horizon, sun } = hour;
  const noise = new Noise(random);
  const size = Math.max(width, height);
  const far = size * 0.62;
  const cover = sky.clouds;
  // Perspective: cloud bands get thinner and closer together towards the horizon.
  const cloudAt = (x: number, y: number) => {
    const depth = 1 / (0.12 + Math.max(0, sky.horizon - y) / size);
    const across = ((x - width / 2) / size) * depth * 0.55;
    const warp = noise.at(across * 0.8, depth * 0.5) * 0.9;
    const body = noise.fbm(across * 1.1 + warp, depth * 0.75 + warp * 0.6, 5, 0.55);
    return smooth(0.28 - cover * 0.55, 0.75 - cover * 0.25, body) * smooth(9, 5, depth);
  };
  frame.paintSoft(
    SOFT_STEP,
    (pixel, x, y) => {
      const up = clamp((sky.horizon - y) / (sky.horizon * 1.02));
      const lift = up ** 0.62;
      const dx = (x - sky.sunX) / far;
      const dy = (y - sky.sunY) / far;
      const d = Math.sqrt(dx * dx + dy * dy);
      const air = 0.36 * Math.exp(-d * 3.4) + 0.2 * Math.exp(-d * 9) + 1.5 * Math.exp(-d * d * 900);
      let r = horizon[0] + (zenith[0] - horizon[0]) * lift + sun[0] * air;
      let g = horizon[1] + (zenith[1] - horizon[1]) * lift + sun[1] * air;
      let b = horizon[2] + (zenith[2] - horizon[2]) * lift + sun[2] * air;
      if (cover > 0) {
        const amount = cloudAt(x, y);
        if (amount > 0.003) {
          // Thin edges glow with the sun, thick middles turn to the shade of the zenith.
          const lit = (0.55 + 1.3 * Math.exp(-d * 2.6)) * (1 - amount * 0.55);
          const shade = amount * 0.5;
          const share = amount * 0.85;
          r += (horizon[0] * 0.5 + sun[0] * lit * 0.32 + zenith[0] * shade - r) * share;
          g += (horizon[1] * 0.5 + sun[1] * lit * 0.32 + zenith[1] * shade - g) * share;
          b += (horizon[2] * 0.55 + sun[2] * lit * 0.34 + zenith[2] * shade - b) * share;
        }
      }
      pixel.r = r;
      pixel.g = g;
      pixel.b = b;
    },
    0,
    sky.horizon + 6,
  );
  if (sky.disc > 0) paintDisc(frame, hour, sky);
}

function paintDisc(frame: Frame, hour: Hour, sky: Sky): void {
  const { sunX, sunY, disc } = sky;
  frame.paint(
    (pixel, x, y) => {
      const inside = smooth(disc + 1.2, disc - 1.2, Math.hypot(x - sunX, y - sunY));
      pixel.r += hour.sun[0] * 2.2 * inside;
      pixel.g += hour.sun[1] * 2.4 * inside;
      pixel.b += hour.sun[2] * 2.6 * inside;
    },
    sunY - disc - 2,
    Math.min(sky.horizon, sunY + disc + 2),
  );
}
