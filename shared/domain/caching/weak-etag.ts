/** FNV-1a with two bases, 64 bits in all: http://www.isthe.com/chongo/tech/comp/fnv/ */
const BASES = [0x811c9dc5, 0x01000193] as const;
const PRIME = 0x01000193;

/** A weak entity tag (RFC 9110, 8.8.1) for whatever has the same text. Not a defence against anybody. */
export function weakEtag(text: string): string {
  return etagOf(Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)));
}

/** The same for a list of 32-bit integers. */
export function etagOf(values: readonly number[]): string {
  let a: number = BASES[0];
  let b: number = BASES[1];
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    a = Math.imul(a ^ value, PRIME);
    b = Math.imul(b + value, PRIME) ^ (b >>> 13);
  }
  return `W/"${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}"`;
}
