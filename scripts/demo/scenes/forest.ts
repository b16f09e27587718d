import type { Look } from '../darkroom/develop.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, lerp, light, mix, scale } from '../darkroom/light.ts';
import { drawMask } from '../darkroom/mask.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';

export interface ForestOptions {
  air: 'fog' | 'gold' | 'green';
}

const airs = {
  fog: {
    haze: light('#c3cfcc', 0.75),
    glow: light('#f0f3ea', 0.55),
    bark: light('#1d2523', 0.6),
    ground: light('#4c5a44', 0.45),
  },
  gold: {
    haze: light('#d7a562', 0.7),
    glow: light('#ffd27f', 1.5),
    bark: light('#21160d', 0.55),
    ground: light('#7a5a26', 0.5),
  },
  green: {
    haze: light('#8fb27f', 0.6),
    glow: light('#e6f7b0', 0.9),
    bark: light('#141d12', 0.55),
    ground: light('#3f6b2c', 0.5),
  },
} as const;

const DEPTHS = 5;

/** Trunks behind trunks in lit air, with shafts of light through the crowns. */
export async function paintForest(frame: Frame, random: Random, options: ForestOptions): Promise<Look> {
  const { width, height } = frame;
  const air = airs[options.air];
  const noise = new Noise(random);
  const sunX = width * random.between(0.25, 0.75);
  const sunY = height * random.between(0.12, 0.3);
  const size = Math.max(width, height);
  frame.paintSoft(4, (pixel, x, y) => {
    const d = Math.hypot(x - sunX, y - sunY) / size;
    const glow = 0.75 * Math.exp(-d * d * 9) + 0.35 * Math.exp(-d * 2.4);
    const leaf = 0.86 + 0.3 * noise.fbm((x / size) * 8, (y / size) * 8, 4) * (1 - y / height);
    pixel.r = (air.haze[0] * leaf + air.glow[0] * glow) * 0.85;
    pixel.g = (air.haze[1] * leaf + air.glow[1] * glow) * 0.85;
    pixel.b = (air.haze[2] * leaf + air.glow[2] * glow) * 0.85;
  });
  for (let depth = 0; depth < DEPTHS; depth++) {
    const near = depth / (DEPTHS - 1);
    const ground = height * lerp(0.72, 1.02, near ** 1.3);
    const trunks = growTrunks(random, width, height, ground, near);
    const mask = await drawMask(width, height, trunks, near > 0.9 ? 3.2 : near < 0.3 ? 1.6 : 0.8);
    const bark = mix(air.haze, air.bark, 0.16 + 0.78 * near ** 1.1);
    frame.cover(mask, bark, 0.95);
    lightEdges(frame, mask, sunX, air.glow, 0.32 * near);
    paintFloor(frame, noise, ground - height * 0.035, mix(air.haze, air.ground, 0.25 + 0.6 * near), near);
  }
  await castShafts(frame, random, sunX, sunY, air.glow);
  return {
    exposure: 1.05,
    contrast: 1.02,
    saturation: 0.92,
    shadows: [0, 0.012, 0.02],
    highlights: [0.02, 0.01, -0.02],
    bloom: 0.22,
    vignette: 0.38,
    grain: 0.014,
    fade: 0.02,
  };
}

function growTrunks(random: Random, width: number, height: number, ground: number, near: number): string {
  const count = Math.round(lerp(17, 3, near));
  let paths = '';
  for (let i = 0; i < count; i++) {
    const x =
      near > 0.9
        ? width * random.pick([random.between(-0.02, 0.2), random.between(0.8, 1.02)])
        : random.between(0, width);
    const girth = width * lerp(0.008, 0.058, near ** 1.4) * random.between(0.65, 1.3);
    const lean = random.normal() * girth * 0.9;
    const foot = ground + random.between(-0.02, 0.02) * height;
    const top = x + lean;
    paths += `<path fill="#fff" d="M${x - girth * 0.8} ${foot} Q${x - girth * 0.5} ${foot - girth * 2} ${x - girth * 0.45 + lean * 0.3} ${foot * 0.6} L${top - girth * 0.3} -10 L${top + girth * 0.3} -10 L${x + girth * 0.45 + lean * 0.3} ${foot * 0.6} Q${x + girth * 0.5} ${foot - girth * 2} ${x + girth * 0.85} ${foot} Z"/>`;
    const boughs = random.whole(1, 4);
    for (let bough = 0; bough < boughs; bough++) {
      const y = foot * random.between(0.02, 0.62);
      const side = random.pick([-1, 1]);
      const reach = girth * random.between(1.5, 4.5);
      const rise = reach * random.between(-0.15, 0.55);
      paths += `<path stroke="#fff" fill="none" stroke-linecap="round" stroke-width="${girth * random.between(0.06, 0.16)}" d="M${x} ${y} q${side * reach * 0.5} ${-rise * 0.3} ${side * reach} ${-rise}"/>`;
    }
  }
  return paths;
}

function paintFloor(frame: Frame, noise: Noise, ground: number, colour: Light, near: number): void {
  const { width, height } = frame;
  const size = Math.max(width, height);
  const edge = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    edge[x] =
      ground +
      noise.fbm((x / size) * 3, near * 40, 3) * height * 0.03 +
      noise.fbm((x / size) * 60, near * 40, 2) * height * 0.008;
  }
  frame.paint(
    (pixel, x, y) => {
      const below = y - edge[x];
      if (below < 0) return;
      const cover = clamp(below / (height * 0.022)) * 0.9;
      const tuft =
        1 +
        noise.at((x / size) * 90, (y / size) * 140) * 0.35 * near +
        noise.at((x / size) * 18, (y / size) * 30) * 0.25;
      pixel.r += (colour[0] * tuft - pixel.r) * cover;
      pixel.g += (colour[1] * tuft - pixel.g) * cover;
      pixel.b += (colour[2] * tuft - pixel.b) * cover;
    },
    ground - height * 0.05,
    height,
  );
}

/** The rim: light from behind catches each trunk on the side that faces it. */
function lightEdges(frame: Frame, mask: Float32Array, sunX: number, glow: Light, strength: number): void {
  if (strength < 0.02) return;
  const { width, height } = frame;
  const rim = new Float32Array(mask.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (mask[i] < 0.05) continue;
      const toward = x < sunX ? 5 : -5;
      const beside = x + toward < 0 || x + toward >= width ? mask[i] : mask[i + toward];
      rim[i] = Math.max(0, mask[i] - beside) * Math.exp(-Math.abs(x - sunX) / (width * 0.5)) * (1 - y / height);
    }
  }
  frame.add(rim, glow, strength);
}

async function castShafts(frame: Frame, random: Random, sunX: number, sunY: number, glow: Light): Promise<void> {
  const { width, height } = frame;
  let rays = '';
  for (let i = 0; i < 13; i++) {
    const aim = Math.PI / 2 + random.normal() * 0.5;
    const open = random.between(0.012, 0.05);
    const reach = height * 1.4;
    rays += `<path fill="#fff" fill-opacity="${random.between(0.2, 0.6)}" d="M${sunX} ${sunY - height * 0.25} L${sunX + Math.cos(aim - open) * reach} ${sunY + Math.sin(aim - open) * reach} L${sunX + Math.cos(aim + open) * reach} ${sunY + Math.sin(aim + open) * reach} Z"/>`;
  }
  const mask = await drawMask(width, height, rays, width * 0.014);
  for (let i = 0; i < mask.length; i++) mask[i] *= 1 - 0.75 * (Math.floor(i / width) / height);
  frame.add(mask, scale(glow, 0.3));
}
