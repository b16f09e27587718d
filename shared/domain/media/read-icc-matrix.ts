import { ByteReader, EndOfBytes } from './byte-reader.ts';

/** Rows of a 3 × 3 matrix. */
export type Matrix = readonly [number, number, number, number, number, number, number, number, number];

const TAG_TABLE = 128;
const TAG_BYTES = 12;
const MAX_TAGS = 100;
const FIXED_ONE = 65_536;

/** XYZ (D50) to linear sRGB, of the sRGB profile: http://www.brucelindbloom.com/Eqn_RGB_XYZ_Matrix.html */
const XYZ_TO_SRGB: Matrix = [
  3.1338561, -1.6168667, -0.4906146, -0.9787684, 1.9161415, 0.033454, 0.0719453, -0.2289914, 1.4052427,
];

/**
 * From the linear RGB of a matrix profile (Display P3, Adobe RGB and their like) to linear sRGB; null for a profile of
 * another kind and for one that is sRGB itself. ICC.1:2022, 8.3.
 */
export function readIccMatrix(profile: Uint8Array): Matrix | null {
  try {
    const reader = new ByteReader(profile);
    const tags = new Map<string, number>();
    const count = Math.min(reader.u32(TAG_TABLE), MAX_TAGS);
    for (let tag = 0; tag < count; tag++) {
      const at = TAG_TABLE + 4 + tag * TAG_BYTES;
      tags.set(reader.name(at), reader.u32(at + 4));
    }
    const columns = ['rXYZ', 'gXYZ', 'bXYZ'].map((name) => {
      const at = tags.get(name);
      return at === undefined ? null : [0, 4, 8].map((part) => (reader.u32(at + 8 + part) | 0) / FIXED_ONE);
    });
    const [red, green, blue] = columns;
    if (!red || !green || !blue) return null;
    const matrix = [0, 3, 6].flatMap((row) =>
      [red, green, blue].map((xyz) =>
        xyz.reduce((sum, value, index) => sum + (XYZ_TO_SRGB[row + index] ?? 0) * value, 0),
      ),
    ) as unknown as Matrix;
    return isIdentity(matrix) ? null : matrix;
  } catch (error) {
    if (error instanceof EndOfBytes) return null;
    throw error;
  }
}

function isIdentity(matrix: Matrix): boolean {
  return matrix.every((value, index) => Math.abs(value - (index % 4 === 0 ? 1 : 0)) < 0.01);
}
