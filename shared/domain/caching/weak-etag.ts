/** FNV-1a with two bases, 64 bits in all: http://www.isthe.com/chongo/tech/comp/fnv/ */
const BASES = [0x811c9dc5, 0x01000193] as const;
const PRIME = 0x01000193;

/** A weak entity tag (RFC 9110, 8.8.1) for whatever has the same text. Not a defence against anybody. */
export function weakEtag(text: string): string {
  let [a, b]: [number, number] = [...BASES];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, PRIME);
    b = Math.imul(b + code, PRIME) ^ (b >>> 13);
  }
  return `W/"${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}"`;
}
