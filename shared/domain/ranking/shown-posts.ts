/** URL-safe base64 digits. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value++) VALUES[DIGITS.charCodeAt(value)] = value;

/** A shown post takes 24 bits of its fingerprint: four digits. */
export const SHOWN_WIDTH = 4;
const SHOWN_PATTERN = /^(?:[\w-]{4})*$/;

/** The part of a 32-bit fingerprint that a cursor keeps. */
export function shownPrint(fingerprint: number): number {
  return fingerprint >>> 8;
}

/** Writes shown posts for a cursor. */
export function packShown(prints: Iterable<number>): string {
  let text = '';
  for (const print of prints) {
    text +=
      DIGITS.charAt(print >>> 18) +
      DIGITS.charAt((print >>> 12) & 63) +
      DIGITS.charAt((print >>> 6) & 63) +
      DIGITS.charAt(print & 63);
  }
  return text;
}

/** Reads what `packShown` wrote. */
export function unpackShown(text: string): Set<number> {
  const prints = new Set<number>();
  for (let i = 0; i + SHOWN_WIDTH <= text.length; i += SHOWN_WIDTH) {
    prints.add((digit(text, i) << 18) | (digit(text, i + 1) << 12) | (digit(text, i + 2) << 6) | digit(text, i + 3));
  }
  return prints;
}

export function isShownText(text: string): boolean {
  return SHOWN_PATTERN.test(text);
}

function digit(text: string, index: number): number {
  return VALUES[text.charCodeAt(index)] ?? 0;
}
