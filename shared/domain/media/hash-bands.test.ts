import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf, hashDistance, MAX_HASH_DISTANCE, probesOf } from './hash-bands.ts';

const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const hex = (value: bigint) => value.toString(16).padStart(16, '0');
const someBits = (most: number) => fc.uniqueArray(fc.nat(63), { maxLength: most });
const flip = (value: bigint, bits: number[]) => bits.reduce((sum, bit) => sum ^ (1n << BigInt(bit)), value);

describe('the index of hashes', () => {
  it('measures distance in bits', () => {
    fc.assert(
      fc.property(hash, someBits(64), (value, bits) => {
        expect(hashDistance(hex(value), hex(flip(value, bits)))).toBe(bits.length);
      }),
    );
  });

  it('misses no hash within its distance', () => {
    fc.assert(
      fc.property(hash, someBits(MAX_HASH_DISTANCE), (value, bits) => {
        const indexed = bandsOf(hex(flip(value, bits))).map(({ band, value: part }) => `${band}/${part}`);
        const probed = new Set(probesOf(hex(value)).map(({ band, value: part }) => `${band}/${part}`));
        expect(indexed.some((key) => probed.has(key))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('asks for 68 of 262,144 places', () => {
    expect(new Set(probesOf('0123456789abcdef').map(({ band, value }) => `${band}/${value}`)).size).toBe(68);
  });
});
