import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertToSrgb } from './convert-to-srgb.ts';
import { readHeifProfile } from './read-heif.ts';
import { readIccMatrix } from './read-icc-matrix.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));
const colour = (...rgb: number[]) => ({
  width: 1,
  height: 1,
  data: Uint8ClampedArray.from([...rgb, 255]),
  hasAlpha: false,
});

describe('wide-gamut colours', () => {
  const matrix = readIccMatrix(readHeifProfile(fixture('display-p3.heic')));

  it.each([
    [
      [202, 102, 52],
      [217, 94, 35],
    ],
    [
      [0, 0, 0],
      [0, 0, 0],
    ],
    [
      [255, 255, 255],
      [255, 255, 255],
    ],
    [
      [255, 0, 0],
      [255, 0, 0],
    ],
    [
      [128, 128, 128],
      [128, 128, 128],
    ],
  ])('%o of Display P3 are %o of sRGB', (wide, expected) => {
    if (!matrix) throw new Error('no matrix');
    const { data } = convertToSrgb(colour(...wide), matrix);
    for (const [index, value] of expected.entries())
      expect(Math.abs((data[index] ?? 0) - value)).toBeLessThanOrEqual(1);
  });

  it('reads nothing from no profile or a broken one', () => {
    expect(readIccMatrix(readHeifProfile(fixture('photo.heic')))).toBeNull();
    expect(readIccMatrix(new Uint8Array(140).fill(1))).toBeNull();
  });
});
