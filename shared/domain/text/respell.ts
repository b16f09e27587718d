/** Small Cyrillic letters that look like Latin ones in both cases, and behind them those whose capitals do. */
const CYRILLIC_TWINS = 'аеорсухіѕјһԁԛԝӏ';
const CYRILLIC = `${CYRILLIC_TWINS}вкмнт`;
const LATIN_OF_CYRILLIC = 'aeopcyxisjhdqwlbkmht';
const GREEK = 'οανρυικχτεγηΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const LATIN_OF_GREEK = 'oavpuikxteynabezhikmnoptyx';

const TO_LATIN = pair(CYRILLIC + CYRILLIC.toUpperCase() + GREEK, LATIN_OF_CYRILLIC.repeat(2) + LATIN_OF_GREEK);
const TO_CYRILLIC = pair(LATIN_OF_CYRILLIC + LATIN_OF_CYRILLIC.toUpperCase(), CYRILLIC.repeat(2));

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LATIN = /\p{sc=Latin}/u;
const OTHERS = /[\p{sc=Cyrillic}\p{sc=Greek}]/u;
const CYRILLIC_LETTERS = /\p{sc=Cyrillic}/gu;

function pair(from: string, to: string): Map<string, string> {
  return new Map(Array.from(from, (letter, i) => [letter, to[i] ?? letter]));
}

function respell(word: string, letters: Map<string, string>): string {
  return Array.from(word, (letter) => letters.get(letter) ?? letter).join('');
}

/** Words of several scripts in one, which no language has, wholly in letters of another script that look the same. */
function respellMixed(text: string, letters: Map<string, string>): string {
  return text.replace(WORD, (word) => (LATIN.test(word) && OTHERS.test(word) ? respell(word, letters) : word));
}

export function respellMixedInLatin(text: string): string {
  return respellMixed(text, TO_LATIN);
}

export function respellMixedInCyrillic(text: string): string {
  return respellMixed(text, TO_CYRILLIC);
}

/**
 * What a reader takes for Latin, in Latin: mixed words, and wholly Cyrillic ones of twins if all Cyrillic of the text is so.
 * With any other letter the text is Cyrillic indeed, and its "сор" is no "cop".
 */
export function respellInLatin(text: string): string {
  const mixed = respellMixedInLatin(text);
  const letters = mixed.match(CYRILLIC_LETTERS) ?? [];
  if (!letters.every((letter) => CYRILLIC_TWINS.includes(letter.toLowerCase()))) return mixed;
  return mixed.replace(CYRILLIC_LETTERS, (letter) => respell(letter, TO_LATIN));
}
