/** Bits of a hash in which two pictures may differ and still be found: one probe bit in each of four bands and three more. */
export const MAX_HASH_DISTANCE = 7;
const BANDS = 4;
const BAND_DIGITS = 4;
const BAND_BITS = 16;

export type HashBand = { band: number; value: number };

/** In how many of their 64 bits two hashes differ. */
export function hashDistance(a: string, b: string): number {
  let distance = 0;
  for (let bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`); bits > 0n; bits &= bits - 1n) distance += 1;
  return distance;
}

/** The four 16-bit bands that a hash is indexed by. */
export function bandsOf(hash: string): HashBand[] {
  return Array.from({ length: BANDS }, (_, band) => ({
    band,
    value: Number.parseInt(hash.slice(band * BAND_DIGITS, (band + 1) * BAND_DIGITS), 16),
  }));
}

/**
 * The bands to look up: each of the hash's own, and those one bit away. When two hashes differ in at most 7 bits, one of
 * their four bands differs in at most one, so none is missed.
 */
export function probesOf(hash: string): HashBand[] {
  return bandsOf(hash).flatMap(({ band, value }) => [
    { band, value },
    ...Array.from({ length: BAND_BITS }, (_, bit) => ({ band, value: value ^ (1 << bit) })),
  ]);
}
