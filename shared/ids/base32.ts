/** Crockford's alphabet in lower case: no i, l, o or u, and string order is numeric order. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

/** Writes a non-negative safe integer as `width` base32 characters, most significant first. */
export function encodeBase32(value: number, width: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < width; i++) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Reads base32 characters as an integer; NaN when a character is not of the alphabet. */
export function decodeBase32(text: string): number {
  let value = 0;
  for (const character of text) value = value * 32 + (VALUES.get(character) ?? Number.NaN);
  return value;
}
