import { type Look, plainLook } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { type Light, light, scale, smooth } from '../darkroom/light.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';
import { layDew } from './leaf.ts';

export interface RainWindowOptions {
  street: 'neon' | 'amber' | 'harbour';
}

const streets: Record<RainWindowOptions['street'], { dark: Light; glow: Light; lamps: readonly Light[] }> = {
  neon: {
    dark: light('#0a0b1c', 0.7),
    glow: light('#3a2a6b', 0.4),
    lamps: [light('#ff3f7a'), light('#3fd0ff'), light('#ffb04d'), light('#9a5bff'), light('#ffe9c9')],
  },
  amber: {
    dark: light('#120c0a', 0.7),
    glow: light('#5b3416', 0.4),
    lamps: [light('#ffa23f'), light('#ffcf7a'), light('#ff5a3a'), light('#fff0d0'), light('#ffb45e')],
  },
  harbour: {
    dark: light('#06121a', 0.7),
    glow: light('#164455', 0.4),
    lamps: [light('#ffd08a'), light('#6fe0c8'), light('#ffffff'), light('#ff7a4d'), light('#8ab8ff')],
  },
};

/** Street lamps through a wet pane: discs of colour far behind, and the drops that hold them upside down. */
export function paintRainWindow(frame: Frame, random: Random, options: RainWindowOptions): Look {
  const { width, height, light: film } = frame;
  const street = streets[options.street];
  const noise = new Noise(random);
  const size = Math.max(width, height);
  frame.paintSoft(6, (pixel, x, y) => {
    const band = Math.exp(-(((y / height - 0.56) / 0.26) ** 2));
    const haze = 0.7 + 0.6 * noise.fbm((x / size) * 3, (y / size) * 3, 3);
    pixel.r = street.dark[0] + street.glow[0] * band * haze;
    pixel.g = street.dark[1] + street.glow[1] * band * haze;
    pixel.b = street.dark[2] + street.glow[2] * band * haze;
  });
  for (let i = 0; i < 70; i++) {
    const depth = random.next();
    const cx = random.between(-0.05, 1.05) * width;
    const cy = height * (0.56 + random.normal() * 0.15 - (1 - depth) * 0.04);
    const radius = size * (0.014 + 0.07 * depth ** 1.6);
    const tint = scale(random.pick(street.lamps), random.between(0.1, 0.42) * (1.25 - depth * 0.8));
    for (let y = Math.max(0, Math.floor(cy - radius - 3)); y < Math.min(height, cy + radius + 3); y++) {
      for (let x = Math.max(0, Math.floor(cx - radius - 3)); x < Math.min(width, cx + radius + 3); x++) {
        const d = Math.hypot(x - cx, y - cy);
        if (d > radius + 3) continue;
        const disc = smooth(radius + 2.5, radius - 2.5, d) * (0.74 + 0.32 * smooth(radius * 0.55, radius * 0.98, d));
        const at = (y * width + x) * 3;
        film[at] += tint[0] * disc;
        film[at + 1] += tint[1] * disc;
        film[at + 2] += tint[2] * disc;
      }
    }
  }
  layDew(frame, random, 260, 0.007);
  layDew(frame, random, 40, 0.024);
  return {
    ...plainLook,
    exposure: 1.3,
    bloom: 0.3,
    vignette: 0.4,
    grain: 0.02,
    fade: 0.02,
    shadows: [0.004, 0.002, 0.026],
    highlights: [0.016, 0.004, -0.01],
  };
}
