import type { Look } from '../darkroom/develop.ts';
import { Field } from '../darkroom/field.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, light, mix, smooth } from '../darkroom/light.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { hours } from './hours.ts';

export interface CoastOptions {
  sea?: 'turquoise' | 'slate';
  /** Parasols on the beach, seen from above. */
  parasols?: boolean;
}

const seas = {
  turquoise: {
    deep: light('#0b5a7a', 0.6),
    mid: light('#1fa6b0', 0.8),
    shallow: light('#9be3d2', 0.9),
    sand: light('#e8cfa4', 0.9),
    wet: light('#b58f62', 0.7),
  },
  slate: {
    deep: light('#16303a', 0.6),
    mid: light('#3d6a70', 0.7),
    shallow: light('#9fb8b0', 0.8),
    sand: light('#5b544e', 0.8),
    wet: light('#2c2825', 0.8),
  },
} as const;

/** A beach from straight above: sand, wet sand, lace of foam, and water that deepens. */
export function paintCoast(frame: Frame, random: Random, options: CoastOptions): Look {
  const { width, height } = frame;
  const noise = new Noise(random);
  const size = Math.max(width, height);
  const tone = seas[options.sea ?? 'turquoise'];
  const angle = random.between(-0.5, 0.5) + random.pick([0, Math.PI / 2]);
  const nx = Math.sin(angle) / size;
  const ny = Math.cos(angle) / size;
  const shift = random.between(0.5, 0.64);
  const shore = new Field(width, height, 4, (x, y) => {
    const u = x / size;
    const v = y / size;
    return x * nx + y * ny - shift + noise.fbm(u * 2 + 3, v * 2, 4, 0.45) * 0.1;
  });
  const rock = new Field(width, height, 3, (x, y) => noise.fbm((x / size) * 7, (y / size) * 7 + 50, 5, 0.55));
  const chop = new Field(width, height, 3, (x, y) => noise.fbm((x / size) * 26, (y / size) * 26, 3, 0.6));
  frame.paint((pixel, x, y) => {
    const s = -shore.at(x, y);
    const u = x / size;
    const v = y / size;
    const grain = noise.at(x * 0.31, y * 0.31);
    const ripple = chop.at(x, y);
    if (s < 0.004) {
      const wet = smooth(-0.055, -0.006, s + rock.at(x, y) * 0.012);
      const trodden = (1 - wet) * smooth(0.3, 0.62, chop.at(x * 0.55, y * 0.55)) * 0.16;
      const dry = 0.97 + grain * 0.05 + ripple * 0.1 + rock.at(x, y) * 0.13 - trodden;
      const c0 = tone.sand[0] + (tone.wet[0] - tone.sand[0]) * wet;
      pixel.r = c0 * dry;
      pixel.g = (tone.sand[1] + (tone.wet[1] - tone.sand[1]) * wet) * dry;
      pixel.b = (tone.sand[2] + (tone.wet[2] - tone.sand[2]) * wet) * dry;
    } else {
      const depth = clamp(s * 2.3 + rock.at(x, y) * 0.05);
      const c =
        depth < 0.32 ? mix(tone.shallow, tone.mid, depth / 0.32) : mix(tone.mid, tone.deep, (depth - 0.32) / 0.68);
      const reef = smooth(0.12, 0.42, rock.at(x, y)) * smooth(0.1, 0.3, depth) * 0.35;
      const shine = 1 + ripple * 0.2 - reef;
      pixel.r = c[0] * shine;
      pixel.g = c[1] * shine;
      pixel.b = c[2] * shine;
    }
    // Each line of surf is lace: solid where it breaks, torn into cells behind.
    const tear = noise.ridged(u * 34 + ripple * 0.5, v * 34, 3, 0.6);
    let foam = smooth(0.011, 0.002, Math.abs(s - 0.004 + ripple * 0.006)) * (0.7 + tear * 0.4);
    for (const [at, breadth, strength] of SURF) {
      const behind = (s - at - rock.at(x, y) * 0.022) / breadth;
      if (behind < -0.12 || behind > 1) continue;
      const front = smooth(-0.12, 0.04, behind);
      foam = Math.max(
        foam,
        front * strength * smooth(0.52 + behind * 0.42, 0.74 + behind * 0.3, tear + 0.16 * (1 - behind)),
      );
    }
    foam = clamp(foam) * 0.9;
    pixel.r += (0.95 - pixel.r) * foam;
    pixel.g += (0.97 - pixel.g) * foam;
    pixel.b += (0.96 - pixel.b) * foam;
  });
  if (options.parasols) raiseParasols(frame, random, shore);
  return { ...hours.noon.look, bloom: 0.04, exposure: 0.95, vignette: 0.18 };
}

const SURF = [
  [0.008, 0.045, 0.95],
  [0.07, 0.05, 0.8],
  [0.135, 0.035, 0.5],
] as const;

const CLOTHS = [light('#e8523f', 0.8), light('#f4f0e6', 0.9), light('#f2b233', 0.85), light('#2f6f8f', 0.7)] as const;

function raiseParasols(frame: Frame, random: Random, shore: Field): void {
  const { width, height } = frame;
  const size = Math.max(width, height);
  let left = 9;
  for (let tries = 0; tries < 900 && left > 0; tries++) {
    const x = random.between(0.05, 0.95) * width;
    const y = random.between(0.05, 0.95) * height;
    const inland = shore.at(x, y);
    if (inland < 0.07 || inland > 0.2) continue;
    left--;
    const radius = size * random.between(0.011, 0.014);
    const cloth = random.pick(CLOTHS);
    const turn = random.between(0, 1);
    frame.paint(
      (pixel, px, py) => {
        const shade =
          smooth(radius + 2, radius - 2, Math.hypot(px - x - radius * 1.3, (py - y - radius * 0.8) * 1.1)) * 0.55;
        pixel.r *= 1 - shade;
        pixel.g *= 1 - shade;
        pixel.b *= 1 - shade * 0.8;
        const d = Math.hypot(px - x, py - y);
        const cover = smooth(radius + 0.8, radius - 0.8, d);
        const panel = Math.floor((Math.atan2(py - y, px - x) / Math.PI + turn) * 4) & 1;
        const lit = (0.85 - ((px - x + (py - y)) / radius) * 0.16) * (panel ? 1 : 0.82);
        const white = panel ? 0 : 0.55;
        pixel.r += ((cloth[0] + (0.9 - cloth[0]) * white) * lit - pixel.r) * cover;
        pixel.g += ((cloth[1] + (0.88 - cloth[1]) * white) * lit - pixel.g) * cover;
        pixel.b += ((cloth[2] + (0.84 - cloth[2]) * white) * lit - pixel.b) * cover;
      },
      y - radius * 2,
      y + radius * 3,
    );
  }
}
