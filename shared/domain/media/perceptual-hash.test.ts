import { describe, expect, it } from 'vitest';
import { hashDistance, MAX_HASH_DISTANCE } from './hash-bands.ts';
import { perceptualHash } from './perceptual-hash.ts';
import type { Pixels } from './pixels.ts';
import { shrinkPixels } from './shrink-pixels.ts';

/** Mulberry32: the same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Rectangles of colour, one over another: a different picture for every seed. */
function aPicture(seed: number, width = 180, height = 120): Pixels {
  const next = random(seed);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let shape = 0; shape < 14; shape++) {
    const [left, top] = [Math.floor(next() * width * 0.8), Math.floor(next() * height * 0.8)];
    const [right, bottom] = [left + 10 + next() * width * 0.6, top + 10 + next() * height * 0.6];
    const colour = [30 + next() * 190, 30 + next() * 190, 30 + next() * 190];
    for (let y = top; y < Math.min(height, bottom); y++) {
      for (let x = left; x < Math.min(width, right); x++) {
        for (const [channel, value] of colour.entries()) data[(y * width + x) * 4 + channel] = value;
      }
    }
  }
  return { width, height, data, hasAlpha: false };
}

function changed(pixels: Pixels, change: (value: number, at: number) => number): Pixels {
  return { ...pixels, data: pixels.data.map((value, at) => (at % 4 === 3 ? value : change(value, at))) };
}

describe('perceptualHash', () => {
  it.each([
    ['smaller', (picture: Pixels) => shrinkPixels(picture, 70)],
    [
      'noisy, as low quality makes it',
      (picture: Pixels) => changed(picture, (value, at) => value + ((at * 7919) % 25) - 12),
    ],
    ['a little brighter', (picture: Pixels) => changed(picture, (value) => value * 1.08)],
    ['of less contrast', (picture: Pixels) => changed(picture, (value) => 128 + (value - 128) * 0.8)],
  ])('finds a picture again when it is %s', (_, change) => {
    for (let seed = 1; seed <= 20; seed++) {
      const picture = aPicture(seed);
      const distance = hashDistance(perceptualHash(picture), perceptualHash(change(picture)));
      expect(distance, `seed ${seed}`).toBeLessThanOrEqual(MAX_HASH_DISTANCE);
    }
  });

  it('tells different pictures apart', () => {
    const hashes = Array.from({ length: 60 }, (_, seed) => perceptualHash(aPicture(seed + 1)));
    for (const [at, one] of hashes.entries()) {
      for (const other of hashes.slice(at + 1)) expect(hashDistance(one, other)).toBeGreaterThan(MAX_HASH_DISTANCE);
    }
  });

  it('is 16 hex digits, also for a picture of one colour', () => {
    const plain = { width: 5, height: 3, data: new Uint8ClampedArray(60).fill(200), hasAlpha: false };
    expect(perceptualHash(plain)).toMatch(/^[0-9a-f]{16}$/);
  });
});
