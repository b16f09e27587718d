import type { Look } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, light, scale, smooth } from '../darkroom/light.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { type Hour, hours } from './hours.ts';
import { treeLine } from './tree-line.ts';
import { reflectInWater } from './water.ts';

export interface AuroraOptions {
  /** A lake mirrors it. */
  lake?: boolean;
  colour?: 'green' | 'violet';
}

const curtains = {
  green: { foot: light('#6dffb0', 0.62), crown: light('#7a4dff', 0.34) },
  violet: { foot: light('#8dffe0', 0.4), crown: light('#c04dff', 0.6) },
} as const;

/** Northern lights over a dark shore: folded curtains with a sharp foot and rays that fade upwards. */
export function paintAurora(frame: Frame, random: Random, options: AuroraOptions): Look {
  const hour: Hour = hours.night;
  const { width, height } = frame;
  const noise = new Noise(random);
  const shore = options.lake ? Math.round(height * random.between(0.64, 0.7)) : height;
  const tint = curtains[options.colour ?? 'green'];
  const size = Math.max(width, height);
  const folds = [0, 1, 2].map((i) => ({
    foot: shore * (0.7 - i * 0.14) + random.between(-0.03, 0.03) * shore,
    tall: shore * (0.4 - i * 0.06),
    seed: random.between(0, 300),
    strength: [1, 0.7, 0.45][i],
    lean: random.between(-0.4, 0.4),
  }));
  frame.paintSoft(
    2,
    (pixel, x, y) => {
      const up = clamp(1 - y / (shore * 0.9));
      pixel.r = hour.horizon[0] * 0.4 + (hour.zenith[0] - hour.horizon[0] * 0.4) * up;
      pixel.g = hour.horizon[1] * 0.5 + (hour.zenith[1] - hour.horizon[1] * 0.5) * up;
      pixel.b = hour.horizon[2] * 0.55 + (hour.zenith[2] - hour.horizon[2] * 0.55) * up;
      for (const fold of folds) {
        const u = (x + (fold.foot - y) * fold.lean * 0.35) / size;
        const wave = noise.fbm(u * 1.9 + fold.seed, fold.seed, 3, 0.5);
        const foot = fold.foot + wave * shore * 0.34 + (u - 0.4) * shore * fold.lean * 0.5;
        const above = (foot - y) / fold.tall;
        if (above < -0.12) continue;
        // Where the curtain turns edge-on to the eye, its rays pile up.
        const turn = noise.at(u * 5.1 + fold.seed + wave * 2, fold.seed * 1.7);
        const rays = 0.42 + 0.58 * noise.fbm(u * 26 + fold.seed + wave * 6, fold.seed, 3, 0.6);
        const body =
          smooth(-0.1, 0.07, above) * Math.exp(-Math.max(0, above) * 1.7) * (0.3 + 0.9 * smooth(-0.35, 0.5, turn));
        const glow = body * Math.max(0.08, rays) * fold.strength * 1.35;
        const crown = smooth(0.12, 1.25, above);
        pixel.r += (tint.foot[0] * (1 - crown) + tint.crown[0] * crown) * glow;
        pixel.g += (tint.foot[1] * (1 - crown) + tint.crown[1] * crown * 0.9) * glow;
        pixel.b += (tint.foot[2] * (1 - crown) + tint.crown[2] * crown) * glow;
      }
    },
    0,
    shore,
  );
  for (let i = 0; i < (width * shore) / 1500; i++) {
    const brightness = Math.min(5, 0.06 / (random.next() + 0.006) ** 0.9);
    frame.addGlow(
      random.between(0, width),
      random.between(0, shore),
      brightness > 1.5 ? 1.3 : 0.8,
      scale([0.9, 0.95, 1], brightness),
    );
  }
  paintShoreline(frame, random, noise, hour, shore);
  if (options.lake) reflectInWater(frame, random, shore, hour, 0.8);
  return { ...hour.look, exposure: 1.6, bloom: 0.2, vignette: 0.35 };
}

function paintShoreline(frame: Frame, random: Random, noise: Noise, hour: Hour, shore: number): void {
  const { width } = frame;
  const offset = random.between(0, 90);
  const hill = new Float32Array(width);
  const bank = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    hill[x] = shore * (0.9 - 0.1 * noise.ridged((x / width) * 1.6 + offset, 7, 5, 0.42));
    bank[x] = shore * (0.965 - 0.02 * noise.fbm((x / width) * 2 + offset, 2, 3));
  }
  const trees = treeLine(bank, random, shore * 0.085);
  const far = scale(hour.haze, 0.3);
  const near = scale(hour.ink, 0.7);
  frame.paint(
    (pixel, x, y) => {
      const hillCover = clamp(y - hill[x] + 0.5);
      const nearCover = clamp(y - trees[x] + 0.5);
      pixel.r += (far[0] - pixel.r) * hillCover;
      pixel.g += (far[1] - pixel.g) * hillCover;
      pixel.b += (far[2] - pixel.b) * hillCover;
      pixel.r += (near[0] - pixel.r) * nearCover;
      pixel.g += (near[1] - pixel.g) * nearCover;
      pixel.b += (near[2] - pixel.b) * nearCover;
    },
    shore * 0.75,
    shore,
  );
}
