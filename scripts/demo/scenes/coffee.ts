import { type Look, plainLook } from '../darkroom/develop.ts';
import { Field } from '../darkroom/field.ts';
import type { Frame } from '../darkroom/frame.ts';
import { clamp, type Light, light, mix, smooth } from '../darkroom/light.ts';
import { Noise } from '../darkroom/noise.ts';
import type { Random } from '../darkroom/random.ts';

export interface CoffeeOptions {
  table: 'walnut' | 'linen' | 'marble';
  drink: 'black' | 'latte' | 'matcha';
}

const tables: Record<CoffeeOptions['table'], Light> = {
  walnut: light('#6a4630', 0.8),
  linen: light('#cfc6b6', 0.72),
  marble: light('#dad8d4', 0.78),
};
const drinks: Record<CoffeeOptions['drink'], { dark: Light; milk: Light }> = {
  black: { dark: light('#1d0f08', 0.8), milk: light('#8a5527', 0.8) },
  latte: { dark: light('#8a4f22', 0.8), milk: light('#efdcc0', 0.9) },
  matcha: { dark: light('#6f8f32', 0.8), milk: light('#dfe6b4', 0.9) },
};

/** A cup from straight above, in the bars of the morning sun. */
export function paintCoffee(frame: Frame, random: Random, options: CoffeeOptions): Look {
  const { width, height } = frame;
  const noise = new Noise(random);
  const size = Math.min(width, height);
  const cup = size * random.between(0.19, 0.23);
  const saucer = cup * 1.62;
  const cx = width * random.between(0.42, 0.58);
  const cy = height * random.between(0.44, 0.58);
  const board = tables[options.table];
  const drink = drinks[options.drink];
  const glaze = options.table === 'walnut' ? light('#ece4d8', 0.9) : light('#3a4a55', 0.6);
  const shadowX = cup * 0.62;
  const shadowY = cup * 0.4;
  const tilt = random.between(0.5, 0.8);
  const pitch = size * random.between(0.26, 0.36);
  const grain = new Field(width, height, 2, (x, y) => surface(noise, options.table, x / size, y / size));
  const bars = (x: number, y: number, soft: number) => {
    const across = (x * tilt + y * (1 - tilt * 0.4)) / pitch;
    const inBar = Math.abs(across - Math.round(across));
    return smooth(0.36 - soft, 0.36 + soft, inBar) * 0.82 + 0.18;
  };
  const turn = random.between(-0.6, 0.6);
  frame.paint((pixel, x, y) => {
    const d = Math.hypot(x - cx, y - cy);
    const ux = (x - cx) / cup;
    const uy = (y - cy) / cup;
    const cast = Math.hypot(x - cx - shadowX * 0.45, y - cy - shadowY * 0.45);
    const sun = bars(x, y, 0.05);
    const shade = 1 - 0.72 * smooth(saucer * 1.06, saucer * 0.94, cast);
    const touch = 1 - 0.4 * smooth(saucer * 1.09, saucer, d);
    const fall = 1.1 - 0.32 * Math.hypot(x / width, y / height);
    let gain = (0.3 + 0.85 * sun * shade) * touch * fall * grain.at(x, y);
    let r = board[0] * gain;
    let g = board[1] * gain * 0.985;
    let b = board[2] * gain * 0.95;
    const put = (colour: Light, strength: number, cover: number) => {
      r += (colour[0] * strength - r) * cover;
      g += (colour[1] * strength * 0.985 - g) * cover;
      b += (colour[2] * strength * 0.95 - b) * cover;
    };
    if (d < saucer + 1) {
      const out = d / saucer;
      const dish = -((ux + uy * 0.7) / 2) * (out > 0.9 ? 1.5 : out > 0.55 ? -0.5 : 0.2);
      const cupShade =
        1 - 0.75 * smooth(cup * 1.2, cup * 0.98, Math.hypot(x - cx - shadowX * 0.6, y - cy - shadowY * 0.6));
      gain = (0.34 + 0.75 * bars(x + cup * 0.1, y, 0.05) * cupShade) * clamp(1 + dish * 0.34, 0.4, 1.5) * fall;
      put(glaze, gain, clamp(saucer - d + 0.5));
    }
    if (d < cup + 1) {
      const angle = (ux * -0.8 + uy * -0.6) / Math.max(0.01, d / cup);
      const rim = smooth(0.9, 0.955, d / cup);
      const inner = 0.5 - 0.5 * angle;
      const lip = 0.55 + 0.55 * (rim > 0.5 ? 0.5 + 0.5 * angle : inner) * bars(x, y, 0.05);
      put(glaze, lip * fall, clamp(cup - d + 0.5));
      const pool = cup * 0.86;
      if (d < pool + 1) {
        const milk = pour(noise, options.drink, ux / 0.86, uy / 0.86, turn);
        const wall = 1 - 0.55 * smooth(0.55, 1.0, d / pool) * (0.5 + 0.5 * angle);
        const sheen = bars(x - cup * 0.2, y, 0.05);
        put(mix(drink.dark, drink.milk, milk), (0.42 + 0.62 * sheen) * wall * fall, clamp(pool - d + 0.5));
        const glint = smooth(0.11, 0.03, Math.hypot(ux + 0.42, uy + 0.44)) * 0.5 * sheen;
        r += glint;
        g += glint * 0.95;
        b += glint * 0.85;
      }
    }
    const handle = Math.abs(Math.hypot(ux - 1.13, (uy - 0.28) * 1.35) - 0.23);
    if (d > cup * 0.97 && handle < 0.085)
      put(glaze, (0.4 + 0.7 * sun) * (1.1 - handle * 5) * fall, clamp((0.075 - handle) * cup));
    pixel.r = r;
    pixel.g = g;
    pixel.b = b;
  });
  return {
    ...plainLook,
    exposure: 1.12,
    bloom: 0.1,
    vignette: 0.36,
    grain: 0.015,
    fade: 0.02,
    shadows: [0.004, 0.004, 0.016],
    highlights: [0.024, 0.01, -0.024],
  };
}

function surface(noise: Noise, table: CoffeeOptions['table'], u: number, v: number): number {
  if (table === 'linen')
    return 1 + noise.fbm(u * 2.2, v * 3.4, 3) * 0.2 + Math.sin(u * 1500) * 0.05 + Math.sin(v * 1380) * 0.05;
  if (table === 'marble') {
    const warp = noise.fbm(u * 2, v * 2, 4) * 0.9;
    const vein = 1 - Math.abs(noise.at(u * 1.7 + warp, v * 2.6 - warp));
    return 1.02 - smooth(0.88, 1, vein) * 0.34 + noise.fbm(u * 5, v * 5 + 9, 4) * 0.08;
  }
  const plank = Math.floor(v * 3.1 + 0.3);
  const seam = Math.abs(v * 3.1 + 0.3 - Math.round(v * 3.1 + 0.3));
  const rings = noise.fbm(u * 1.6 + plank * 7.3, v * 19, 4, 0.6) * 0.5;
  return (1 + rings + noise.at(u * 22 + plank * 5, v * 420) * 0.1) * (0.35 + 0.65 * smooth(0.0, 0.012, seam));
}

/** How much milk is at a point of the cup (−1…1 both ways): a crema ring, or a poured leaf. */
function pour(noise: Noise, drink: CoffeeOptions['drink'], u: number, v: number, turn: number): number {
  const swirl = noise.fbm(u * 3 + 8, v * 3, 4) * 0.12;
  const d = Math.hypot(u, v);
  if (drink === 'black')
    return smooth(0.82, 0.99, d + swirl) * 0.85 + smooth(0.34, 0.5, noise.fbm(u * 7, v * 7, 3)) * 0.3;
  const x = u * Math.cos(turn) - v * Math.sin(turn);
  const y = u * Math.sin(turn) + v * Math.cos(turn) + 0.04;
  const half = 0.62 * Math.sqrt(clamp(1 - (y / 0.7) ** 2)) * (y < 0 ? 1 : 1 - y * 0.75);
  const inLeaf = smooth(0.03, -0.03, Math.abs(x) - half);
  const wave = Math.abs(((y + Math.abs(x) * 0.72 + swirl * 0.4) * 5.2) % 1);
  const stripe = smooth(0.34, 0.46, Math.abs(wave - 0.5) * 2) * (1 - 0.9 * smooth(0.03, 0.012, Math.abs(x)));
  const edge = smooth(0.9, 0.99, d + swirl * 0.4) * 0.35;
  return clamp(inLeaf * stripe * 0.95 + edge + swirl * 0.6);
}
