import { type Look, plainLook } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { type Light, lerp, light, mix, scale, smooth } from '../darkroom/light.ts';
import { drawMask } from '../darkroom/mask.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';

export interface MeadowOptions {
  flower: 'poppy' | 'daisy' | 'cornflower' | 'grass';
  light?: 'evening' | 'morning';
}

const lights = {
  evening: {
    far: light('#d99a4a', 0.6),
    sky: light('#ffdf9e', 1.15),
    sun: light('#ffb24d', 1.7),
    grass: light('#4a5a1c', 0.5),
    lit: light('#f5c85a', 0.9),
  },
  morning: {
    far: light('#9db87f', 0.6),
    sky: light('#eef2da', 1.0),
    sun: light('#fff3c4', 1.2),
    grass: light('#3c6428', 0.5),
    lit: light('#d7e88a', 0.85),
  },
} as const;

const petals: Record<MeadowOptions['flower'], Light> = {
  poppy: light('#ff3a1c', 0.95),
  daisy: light('#fff6e4', 1.0),
  cornflower: light('#4a6cff', 0.85),
  grass: light('#e9c98a', 0.8),
};

const LAYERS = 4;
/** The sharp plane: the third of the four layers. */
const FOCUS = 0.66;

/** Down in the grass against a low sun: one plane sharp, everything before and behind it melting. */
export async function paintMeadow(frame: Frame, random: Random, options: MeadowOptions): Promise<Look> {
  const { width, height } = frame;
  const tone = lights[options.light ?? 'evening'];
  const petal = petals[options.flower];
  const noise = new Noise(random);
  const size = Math.max(width, height);
  const sunX = width * random.between(0.2, 0.8);
  const sunY = height * random.between(0.12, 0.32);
  const horizon = height * random.between(0.44, 0.54);
  frame.paintSoft(5, (pixel, x, y) => {
    const d = Math.hypot(x - sunX, y - sunY) / size;
    const glow = 0.9 * Math.exp(-d * d * 14) + 0.4 * Math.exp(-d * 3);
    const trees = noise.fbm((x / size) * 4, (y / size) * 4, 3);
    const down = 1 / (1 + Math.exp(-(y - horizon + trees * height * 0.16) / (height * 0.045)));
    const low = mix(tone.far, tone.grass, Math.min(1, Math.max(0, (y - horizon) / (height * 0.5))));
    pixel.r = tone.sky[0] + (low[0] - tone.sky[0]) * down + tone.sun[0] * glow;
    pixel.g = tone.sky[1] + (low[1] - tone.sky[1]) * down + tone.sun[1] * glow;
    pixel.b = tone.sky[2] + (low[2] - tone.sky[2]) * down + tone.sun[2] * glow;
  });
  for (let layer = 0; layer < LAYERS; layer++) {
    const near = layer / (LAYERS - 1);
    const focus = Math.abs(near - FOCUS);
    const blur = size * (0.0008 + 0.03 * focus ** 1.2);
    const foot = height * lerp(0.74, 1.2, near);
    const tall = height * lerp(0.18, 0.62, near);
    const blades = drawBlades(random, width, foot, tall, near);
    const heads = drawHeads(random, options.flower, width, foot, tall, near);
    paintTurf(frame, noise, foot - tall * 0.35, mix(tone.far, tone.grass, 0.45 + 0.5 * near), tone.lit);
    const body = mix(tone.far, tone.grass, 0.35 + 0.6 * near);
    await layDown(frame, blades + heads.stems, blur, scale(body, 0.7), 0.9);
    await layDown(frame, drawBlades(random, width, foot, tall * 0.95, near), blur, mix(body, tone.lit, 0.75), 0.6);
    await layDown(frame, heads.petals, blur, mix(scale(petal, 0.8), tone.sun, 0.06), 0.93);
    await layDown(frame, heads.lit, blur * 1.1, mix(petal, tone.sun, 0.3), 0.75);
    await layDown(
      frame,
      heads.hearts,
      blur,
      options.flower === 'daisy' ? light('#f2a51e', 0.9) : light('#1a1210', 0.5),
      0.9,
    );
  }
  return {
    ...plainLook,
    exposure: 0.92,
    saturation: 0.98,
    bloom: 0.24,
    vignette: 0.32,
    grain: 0.014,
    fade: 0.02,
    shadows: [0.006, 0.008, 0.012],
    highlights: [0.02, 0.01, -0.03],
  };
}

/** The thick of the grass below the blades of a layer, so that no ground shows. */
function paintTurf(frame: Frame, noise: Noise, top: number, colour: Light, lit: Light): void {
  const { width, height } = frame;
  frame.paint(
    (pixel, x, y) => {
      const blade =
        noise.at(x / (width * 0.011), y / (height * 0.16)) * 0.5 +
        noise.at(x / (width * 0.004), y / (height * 0.07)) * 0.3;
      const cover = smooth(top, top + height * 0.14, y + blade * height * 0.07) * 0.96;
      const glow = Math.max(0, blade) * 0.5;
      pixel.r += (colour[0] * (0.7 + blade * 0.3) + lit[0] * glow - pixel.r) * cover;
      pixel.g += (colour[1] * (0.7 + blade * 0.3) + lit[1] * glow - pixel.g) * cover;
      pixel.b += (colour[2] * (0.7 + blade * 0.3) + lit[2] * glow - pixel.b) * cover;
    },
    top - height * 0.06,
    height,
  );
}

async function layDown(frame: Frame, svg: string, blur: number, colour: Light, strength: number): Promise<void> {
  if (!svg) return;
  const { width, height } = frame;
  frame.cover(await drawMask(width, height, svg, Math.max(0.5, blur)), colour, strength);
}

function drawBlades(random: Random, width: number, foot: number, tall: number, near: number): string {
  let blades = '';
  const count = Math.round(lerp(170, 90, near));
  for (let i = 0; i < count; i++) {
    const x = random.between(-0.05, 1.05) * width;
    const reach = tall * random.between(0.4, 1.05);
    const sway = random.normal() * reach * 0.24;
    const girth = width * lerp(0.0016, 0.006, near) * random.between(0.6, 1.4);
    blades += `<path d="M${(x - girth).toFixed(1)} ${foot.toFixed(1)} Q${(x + sway * 0.2).toFixed(1)} ${(foot - reach * 0.6).toFixed(1)} ${(x + sway).toFixed(1)} ${(foot - reach).toFixed(1)} Q${(x + sway * 0.3 + girth).toFixed(1)} ${(foot - reach * 0.55).toFixed(1)} ${(x + girth).toFixed(1)} ${foot.toFixed(1)} Z"/>`;
  }
  return `<g fill="#fff">${blades}</g>`;
}

interface Heads {
  stems: string;
  petals: string;
  lit: string;
  hearts: string;
}

function drawHeads(
  random: Random,
  flower: MeadowOptions['flower'],
  width: number,
  foot: number,
  tall: number,
  near: number,
): Heads {
  const heads: Heads = { stems: '', petals: '', lit: '', hearts: '' };
  const count = Math.round(lerp(22, near > 0.9 ? 3 : 7, near));
  for (let i = 0; i < count; i++) {
    const x = random.between(0, 1) * width;
    const y = foot - tall * random.between(0.75, 1.2);
    const r = width * lerp(0.012, 0.062, near) * random.between(0.75, 1.2);
    heads.stems += `<path fill="none" stroke="#fff" stroke-width="${r * 0.09}" d="M${x + random.normal() * r} ${foot} Q${x + random.normal() * r} ${(foot + y) / 2} ${x} ${y}"/>`;
    if (flower === 'grass') {
      for (let k = 0; k < 12; k++) {
        const py = y + (k / 12) * r * 3;
        heads.petals += `<ellipse fill="#fff" cx="${x + (k % 2 ? 1 : -1) * r * 0.16}" cy="${py}" rx="${r * 0.11}" ry="${r * 0.3}" transform="rotate(${k % 2 ? 22 : -22} ${x} ${py})"/>`;
      }
      continue;
    }
    if (flower === 'poppy') {
      const tilt = random.between(-16, 16);
      const turn = `transform="rotate(${tilt} ${x} ${y})"`;
      heads.petals += `<path fill="#fff" ${turn} d="M${x - r} ${y - r * 0.3} C${x - r * 0.9} ${y + r * 0.75} ${x + r * 0.9} ${y + r * 0.75} ${x + r} ${y - r * 0.3} C${x + r * 0.7} ${y - r * 0.75} ${x + r * 0.35} ${y - r * 0.45} ${x} ${y - r * 0.7} C${x - r * 0.35} ${y - r * 0.45} ${x - r * 0.7} ${y - r * 0.75} ${x - r} ${y - r * 0.3} Z"/>`;
      heads.lit += `<path fill="#fff" ${turn} d="M${x - r * 0.95} ${y - r * 0.3} C${x - r * 0.6} ${y + r * 0.1} ${x + r * 0.6} ${y + r * 0.1} ${x + r * 0.95} ${y - r * 0.3} C${x + r * 0.6} ${y - r * 0.7} ${x - r * 0.6} ${y - r * 0.7} ${x - r * 0.95} ${y - r * 0.3} Z"/>`;
      heads.hearts += `<ellipse fill="#fff" ${turn} cx="${x}" cy="${y - r * 0.12}" rx="${r * 0.2}" ry="${r * 0.1}"/>`;
      continue;
    }
    const count = flower === 'daisy' ? 15 : 11;
    const flat = random.between(0.5, 0.8);
    for (let k = 0; k < count; k++) {
      const angle = (k / count) * 360 + random.between(-6, 6);
      const leaf = `<ellipse cx="${x + r * 0.58}" cy="${y}" rx="${r * 0.44}" ry="${r * 0.13}" transform="rotate(${angle} ${x} ${y})"/>`;
      const squash = `<g fill="#fff" transform="translate(0 ${y * (1 - flat)}) scale(1 ${flat})">${leaf}</g>`;
      heads.petals += squash;
      if (angle > 180) heads.lit += squash;
    }
    heads.hearts += `<ellipse fill="#fff" cx="${x}" cy="${y}" rx="${r * 0.22}" ry="${r * 0.22 * flat}"/>`;
  }
  return heads;
}
