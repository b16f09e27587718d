/** Digits and signs that stand in for letters. */
const LOOKALIKES: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
};
const WORD_WITH_SIGNS = /[\p{L}\p{M}\p{N}@$]+/gu;
const LOOKALIKE = /[013457@$]/g;
const DIGITS_WITHIN = /(?<=\p{L})[013457]+(?=\p{L})/gu;

function readAll(word: string): string {
  return word.replace(LOOKALIKE, (sign) => LOOKALIKES[sign] ?? sign);
}

/** Digits and signs as letters, in words that have letters: "50" is a number. */
export function readLookalikes(folded: string): string {
  return folded.replace(WORD_WITH_SIGNS, (word) => (/\p{L}/u.test(word) ? readAll(word) : word));
}

/** Only the digits that stand between letters. */
export function readDigitsWithin(folded: string): string {
  return folded.replace(DIGITS_WITHIN, readAll);
}
