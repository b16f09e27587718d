import type { Look } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, lerp, light, smooth } from '../darkroom/light.ts';
import type { Random } from '../darkroom/random.ts';
import { type Hour, type HourName, hours } from './hours.ts';
import { paintRidges } from './ridges.ts';

export interface BalloonsOptions {
  hour: HourName;
}

const silks: readonly (readonly [Light, Light])[] = [
  [light('#d8432f', 0.8), light('#f4e3c6', 0.85)],
  [light('#f0a12b', 0.85), light('#b5391f', 0.7)],
  [light('#2f6f8f', 0.7), light('#f2c14e', 0.85)],
  [light('#f4efe3', 0.85), light('#c95b3c', 0.75)],
  [light('#6b3f7a', 0.65), light('#f2a65a', 0.85)],
];

/** Hot-air balloons over misty hills just after sunrise, the far ones fading. */
export function paintBalloons(frame: Frame, random: Random, options: BalloonsOptions): Look {
  const hour: Hour = hours[options.hour];
  const { width, height } = frame;
  const look = paintRidges(frame, random, { hour: options.hour, ground: 'hills', clouds: 0.3 });
  const count = random.whole(6, 9);
  const flock = Array.from({ length: count }, (_, i) => {
    const near = (i / (count - 1)) ** 1.8;
    return {
      x: width * random.between(0.1, 0.9),
      y: height * random.between(0.12, lerp(0.46, 0.34, near)),
      radius: Math.min(width, height) * lerp(0.016, 0.12, near),
      near,
      silk: random.pick(silks),
    };
  });
  for (const balloon of flock) inflate(frame, hour, balloon);
  return look;
}

interface Balloon {
  x: number;
  y: number;
  radius: number;
  near: number;
  silk: readonly [Light, Light];
}

function inflate(frame: Frame, hour: Hour, balloon: Balloon): void {
  const { width, height, light: film } = frame;
  const { x: cx, y: cy, radius } = balloon;
  const clear = 0.42 + 0.58 * balloon.near;
  const foot = 1.42;
  for (let y = Math.max(0, Math.floor(cy - radius)); y < Math.min(height, cy + radius * 2.1); y++) {
    const v = (y - cy) / radius;
    const half =
      v < 0.25 ? Math.sqrt(Math.max(0, 1 - v * v)) : 0.968 * (1 - ((v - 0.25) / (foot - 0.25)) ** 1.25 * 0.84);
    for (let x = Math.max(0, Math.floor(cx - radius)); x < Math.min(width, cx + radius + 1); x++) {
      const u = (x - cx) / radius;
      const at = (y * width + x) * 3;
      if (v > foot) {
        const basket = Math.abs(u) < 0.1 && v > 1.72 && v < 1.92 ? 0.9 : 0;
        const rope = v < 1.72 && Math.abs(Math.abs(u) - lerp(0.15, 0.09, (v - foot) / 0.3)) < 0.9 / radius ? 0.55 : 0;
        const cover = Math.max(basket, rope) * clear;
        for (let c = 0; c < 3; c++) film[at + c] += (hour.ink[c] - film[at + c]) * cover;
        continue;
      }
      const cover = clamp((half - Math.abs(u)) * radius + 0.5);
      if (cover === 0) continue;
      const side = clamp(u / half, -1, 1);
      const gore = Math.asin(side) / Math.PI + 0.5;
      const panel = gore * 9;
      const which = Math.floor(panel) & 1;
      const seam = 1 - 0.25 * smooth(0.06, 0.0, Math.abs(panel - Math.round(panel))) * smooth(8, 30, radius);
      const band = Math.abs(v - 0.12) < 0.09 ? 1 - which : which;
      const silk = balloon.silk[band];
      const w = Math.sqrt(Math.max(0, 1 - side * side));
      const lit = clamp(0.38 - side * 0.34 - v * 0.26 + w * 0.28, 0.08, 1.2) * seam;
      const glow = 0.16 * smooth(0.3, 1.4, v);
      for (let c = 0; c < 3; c++) {
        const value = silk[c] * (lit * 0.9 + hour.sun[c] * 0.12 * lit + glow);
        const far = hour.haze[c] + (value - hour.haze[c]) * clear;
        film[at + c] += (far - film[at + c]) * cover;
      }
    }
  }
}
