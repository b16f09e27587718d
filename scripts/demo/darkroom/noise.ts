import type { Random } from './random.ts';

const TABLE = 256;
const DIRECTIONS = 32;

/** Smooth, seeded gradient noise (Perlin 2002) and the sums of it that clouds, rock and water are made of. */
export class Noise {
  readonly #order = new Uint8Array(TABLE * 2);
  readonly #dx = new Float32Array(DIRECTIONS);
  readonly #dy = new Float32Array(DIRECTIONS);

  constructor(random: Random) {
    for (let i = 0; i < TABLE; i++) this.#order[i] = i;
    for (let i = TABLE - 1; i > 0; i--) {
      const j = random.whole(0, i);
      const swap = this.#order[i];
      this.#order[i] = this.#order[j];
      this.#order[j] = swap;
    }
    this.#order.copyWithin(TABLE, 0, TABLE);
    for (let i = 0; i < DIRECTIONS; i++) {
      const angle = (i / DIRECTIONS) * Math.PI * 2;
      this.#dx[i] = Math.cos(angle) * 1.5;
      this.#dy[i] = Math.sin(angle) * 1.5;
    }
  }

  /** About −1…1, zero at whole coordinates. */
  at(x: number, y: number): number {
    const fx = Math.floor(x);
    const fy = Math.floor(y);
    const tx = x - fx;
    const ty = y - fy;
    const cx = fx & 255;
    const cy = fy & 255;
    const order = this.#order;
    const top = order[cx] + cy;
    const next = order[cx + 1] + cy;
    const a = order[top] & 31;
    const b = order[next] & 31;
    const c = order[top + 1] & 31;
    const d = order[next + 1] & 31;
    const dx = this.#dx;
    const dy = this.#dy;
    const sx = tx * tx * tx * (tx * (tx * 6 - 15) + 10);
    const sy = ty * ty * ty * (ty * (ty * 6 - 15) + 10);
    const na = dx[a] * tx + dy[a] * ty;
    const nb = dx[b] * (tx - 1) + dy[b] * ty;
    const nc = dx[c] * tx + dy[c] * (ty - 1);
    const nd = dx[d] * (tx - 1) + dy[d] * (ty - 1);
    const upper = na + sx * (nb - na);
    return upper + sy * (nc + sx * (nd - nc) - upper);
  }

  /** Fractal sum: each octave twice as fine and `gain` as strong; about −1…1. */
  fbm(x: number, y: number, octaves: number, gain = 0.5): number {
    let sum = 0;
    let strength = 1;
    let whole = 0;
    for (let octave = 0; octave < octaves; octave++) {
      sum += strength * this.at(x, y);
      whole += strength;
      strength *= gain;
      x = x * 2.03 + 17.3;
      y = y * 2.03 + 9.1;
    }
    return sum / whole;
  }

  /** Fractal sum of creases, 0…1, with sharp crests: rock, ridges, foam. */
  ridged(x: number, y: number, octaves: number, gain = 0.5): number {
    let sum = 0;
    let strength = 1;
    let whole = 0;
    for (let octave = 0; octave < octaves; octave++) {
      const crest = 1 - Math.abs(this.at(x, y));
      sum += strength * crest * crest;
      whole += strength;
      strength *= gain;
      x = x * 2.07 + 31.7;
      y = y * 2.07 + 5.3;
    }
    return sum / whole;
  }
}
