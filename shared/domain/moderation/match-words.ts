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
/** Scripts that put no spaces between words: there a word counts wherever it stands. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** Words of a text without case, width, accents and punctuation, joined and framed by single spaces. */
function fold(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${(plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

function foldLookalikes(text: string): string {
  return fold(text.replace(/[013457@$]/g, (sign) => LOOKALIKES[sign] ?? sign));
}

/** The first of `words` (words or phrases) that the text holds, in whatever case, width, accents or with look-alike digits. */
export function findWord(text: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const folded = [fold(text), foldLookalikes(text)];
  return words.find((word) => {
    const wanted = fold(word);
    if (wanted.trim() === '') return false;
    const part = UNSPACED.test(word) ? wanted.trim() : wanted;
    return folded.some((candidate) => candidate.includes(part));
  });
}
