import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { FILTER_NAMES, type PictureEdits, pictureEditsSchema } from './picture-edits.ts';

const edits = (given: Partial<PictureEdits>) => pictureEditsSchema.parse(given);
const colour = (...rgb: number[]) => ({ width: 1, height: 1, data: Uint8ClampedArray.from([...rgb, 255]) });
const edited = (rgb: number[], given: Partial<PictureEdits>) => [...applyEdits(colour(...rgb), edits(given)).data];

/** Numbered pixels: the red channel counts them. */
function numbered(width: number, height: number) {
  const data = Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) =>
    at % 4 === 0 ? at / 4 : at % 4 === 3 ? 255 : 0,
  );
  return { width, height, data };
}
const numbers = ({ data }: { data: Uint8ClampedArray }) => [...data].filter((_, at) => at % 4 === 0);

describe('adjustments', () => {
  it('that are all zero change nothing', () => {
    for (let value = 0; value < 256; value++)
      expect(edited([value, 255 - value, 7], {})).toEqual([value, 255 - value, 7, 255]);
  });

  it('do what they say', () => {
    expect(edited([100, 100, 100], { brightness: 0.5 })[0]).toBeGreaterThan(120);
    expect(edited([100, 100, 100], { brightness: -0.5 })[0]).toBeLessThan(80);
    expect(edited([50, 50, 50], { contrast: 0.5 })[0]).toBeLessThan(50);
    expect(edited([200, 200, 200], { contrast: 0.5 })[0]).toBeGreaterThan(200);
    expect(edited([200, 200, 200], { contrast: -0.5 })[0]).toBeLessThan(200);
    const [grey = 0, ...others] = edited([200, 100, 50], { saturation: -1 });
    expect(others.slice(0, 2)).toEqual([grey, grey]);
    const [red = 0, , blue = 0] = edited([100, 100, 100], { warmth: 1 });
    expect(red).toBeGreaterThan(130);
    expect(blue).toBeLessThan(75);
  });

  it('keep the order of grey values: nothing is solarized', () => {
    for (const given of [{ brightness: 1 }, { brightness: -1 }, { contrast: 1 }, { contrast: -1 }] as const) {
      const values = Array.from({ length: 256 }, (_, value) => edited([value, value, value], given)[0] ?? 0);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
    }
  });

  it('darken the corners, not the middle, with a vignette', () => {
    const white = { width: 101, height: 101, data: new Uint8ClampedArray(101 * 101 * 4).fill(255) };
    const { data } = applyEdits(white, edits({ vignette: 1 }));
    expect(data[(50 * 101 + 50) * 4]).toBe(255);
    expect(data[0]).toBeLessThan(80);
    expect(data[3]).toBe(255);
  });
});

describe('filters', () => {
  it('are at least twelve, each unlike the others', () => {
    expect(FILTER_NAMES.length).toBeGreaterThanOrEqual(12);
    const looks = FILTER_NAMES.map((name) => JSON.stringify(edited([180, 120, 60], { name })));
    expect(new Set(looks).size).toBe(FILTER_NAMES.length);
  });

  it.each(FILTER_NAMES)('%s grows with its intensity, from nothing', (name) => {
    const plain = [170, 120, 80, 255];
    const distance = (intensity: number) =>
      edited(plain.slice(0, 3), { name, intensity }).reduce(
        (sum, value, at) => sum + Math.abs(value - (plain[at] ?? 0)),
        0,
      );
    expect(distance(0)).toBe(0);
    expect(distance(0.5)).toBeGreaterThan(0);
    expect(distance(1)).toBeGreaterThan(distance(0.5));
  });
});

describe('crop and turn', () => {
  it.each([
    [0, [0, 1, 2, 3, 4, 5], [3, 2]],
    [90, [3, 0, 4, 1, 5, 2], [2, 3]],
    [180, [5, 4, 3, 2, 1, 0], [3, 2]],
    [270, [2, 5, 1, 4, 0, 3], [2, 3]],
  ] as const)('turns by %i degrees clockwise', (rotate, expected, size) => {
    const turned = applyEdits(numbered(3, 2), edits({ rotate }));
    expect(numbers(turned)).toEqual(expected);
    expect([turned.width, turned.height]).toEqual(size);
  });

  it('keeps the part that was chosen', () => {
    const crop = { x: 0.5, y: 0, width: 0.5, height: 0.5 };
    expect(numbers(applyEdits(numbered(4, 4), edits({ crop })))).toEqual([2, 3, 6, 7]);
  });

  it('refuses a part that reaches out of the picture or is next to nothing', () => {
    expect(pictureEditsSchema.safeParse({ crop: { x: 0.6, y: 0, width: 0.5, height: 1 } }).success).toBe(false);
    expect(pictureEditsSchema.safeParse({ crop: { x: 0, y: 0, width: 0.04, height: 1 } }).success).toBe(false);
    expect(pictureEditsSchema.safeParse({ crop: { x: 0, y: 0, width: 1, height: 1 } }).success).toBe(true);
  });
});
