import type { Random } from '../darkroom/random.ts';

const BOUGHS = 16;

/** The silhouette of conifers standing on a ground line: the row of the topmost needle for each column. */
export function treeLine(ground: Float32Array, random: Random, tallest: number): Float32Array {
  const width = ground.length;
  const crest = ground.slice();
  const groves = [0, 1, 2].map(() => ({ at: random.between(0, width), spread: random.between(0.08, 0.22) * width }));
  const count = Math.round((width / tallest) * 15);
  for (let i = 0; i < count; i++) {
    const grove = random.pick(groves);
    const inGrove = random.next() < 0.62;
    const x = inGrove ? grove.at + random.normal() * grove.spread : random.between(0, width);
    const tall = tallest * (inGrove ? 0.3 + 0.7 * random.next() ** 1.3 : 0.15 + 0.5 * random.next() ** 2);
    growConifer(crest, ground, random, x, tall);
  }
  return crest;
}

/** Boughs of uneven length from the tip down; a column is as high as the highest bough that reaches it. */
function growConifer(crest: Float32Array, ground: Float32Array, random: Random, x: number, tall: number): void {
  const half = tall * random.between(0.15, 0.23);
  const foot = ground[Math.min(ground.length - 1, Math.max(0, Math.round(x)))] + tall * 0.04;
  for (const side of [-1, 1]) {
    for (let bough = 0; bough < BOUGHS; bough++) {
      const down = (bough + random.between(-0.3, 0.3)) / BOUGHS;
      const reach = Math.max(0.8, half * down ** 0.9 * random.between(0.55, 1.05));
      for (let out = 0; out <= reach; out++) {
        const column = Math.round(x + side * out);
        if (column < 0 || column >= crest.length) break;
        const droop = (out / half) * tall * 0.07;
        const top = foot - (1 - Math.max(0, down)) * tall + droop;
        if (top < crest[column]) crest[column] = top;
      }
    }
  }
}
