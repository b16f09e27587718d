import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBlurhash } from './compute-blurhash.ts';
import { decodePng } from './decode-png.ts';
import { encodePng } from './encode-png.ts';
import { flattenPixels } from './flatten-pixels.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));
const QUADRANTS = { red: [208, 48, 32], green: [32, 160, 64], blue: [32, 64, 192], yellow: [224, 192, 32] };

describe('the PNG codec', () => {
  it.each(['alpha.png', 'palette.png', 'sixteen-bit.png'])('decodes %s to its four colours', async (name) => {
    const { width, height, data } = await decodePng(fixture(name));
    expect([width, height]).toEqual([96, 64]);
    const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
    expect(at(5, 5)).toEqual(QUADRANTS.red);
    expect(at(90, 5)).toEqual(QUADRANTS.green);
    expect(at(5, 60)).toEqual(QUADRANTS.blue);
    expect(at(90, 60)).toEqual(QUADRANTS.yellow);
  });

  it('says which pictures have alpha, and lays them on white', async () => {
    expect((await decodePng(fixture('sixteen-bit.png'))).hasAlpha).toBe(false);
    const translucent = await decodePng(fixture('alpha.png'));
    expect(translucent.hasAlpha).toBe(true);
    expect(translucent.data[3]).toBe(154);
    const flat = flattenPixels(translucent);
    expect(flat.hasAlpha).toBe(false);
    expect([...flat.data.subarray(0, 4)]).toEqual([227, 130, 120, 255]);
  });

  it('refuses an interlaced file rather than guessing', async () => {
    await expect(decodePng(fixture('interlaced.png'))).rejects.toThrow('interlaced');
  });

  it('writes what it reads', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        async (w, h, seed) => {
          const data = Uint8ClampedArray.from({ length: w * h * 4 }, (_, i) =>
            i % 4 === 3 ? 255 : (Math.imul(i + seed, 2654435761) >>> 8) & 255,
          );
          const copy = await decodePng(await encodePng({ width: w, height: h, data, hasAlpha: false }));
          expect(copy).toEqual({ width: w, height: h, data, hasAlpha: false });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('makes a blurhash of the right shape', async () => {
    const hash = computeBlurhash(await decodePng(fixture('palette.png')));
    expect(hash).toMatch(/^[\w#$%*+,\-.:;=?@[\]^{|}~]{28}$/);
  });
});
