import { foldText } from '../text/fold-text.ts';
import { readDigitsWithin, readLookalikes } from '../text/read-lookalikes.ts';
import { respellInLatin, respellMixedInCyrillic, respellMixedInLatin } from '../text/respell.ts';

const SIGNS = /[@$]/;
/** Scripts that put no spaces between words: there a word counts wherever it stands. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const HYPHENATED = /[\p{L}\p{M}\p{N}]+(?:[\p{Pd}_][\p{L}\p{M}\p{N}]+)+/gu;
/** Three letters or more, each apart: "s p a m". */
const SPELLED =
  /(?<![\p{L}\p{M}\p{N}])[\p{L}\p{N}]\p{M}*(?:[^\p{L}\p{M}\p{N}]+[\p{L}\p{N}]\p{M}*(?![\p{L}\p{M}\p{N}])){2,}/gu;
const LONG_SPELLED = 4;
/** Before what is spelled, where a phrase has lost its spaces: no word holds it. */
const PHRASE = '=';
const LETTER = /[\p{L}\p{N}]\p{M}*/gu;
const EMOJI =
  /\p{RI}{2}|[0-9#*]\ufe0f?\u20e3|\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*)*[\u{e0020}-\u{e007f}]*/gu;
/** How an emoji is drawn, and its skin. */
const EMOJI_STYLE = /[\ufe0e\ufe0f\p{Emoji_Modifier}]/gu;

function frame(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

function joinLetters(text: string): string {
  return (text.match(LETTER) ?? []).join('');
}

/** A letter before or after what is spelled at length may be a word: "I s p a m". */
function readSpelled(spelled: string): string[] {
  const letters = spelled.match(LETTER) ?? [];
  const within = [letters.slice(1), letters.slice(0, -1)].filter((part) => part.length >= LONG_SPELLED);
  return [letters, ...within]
    .map((part) => part.join(''))
    .flatMap((word) => [word, readLookalikes(word)])
    .flatMap((word) => [word, PHRASE + word]);
}

/** The words of a folded text, framed by single spaces, and what hyphenated and spelled ones are when written as one. */
function readWords(folded: string): string {
  return [
    frame(folded.match(WORD) ?? []),
    frame((folded.match(HYPHENATED) ?? []).map(joinLetters)),
    frame((folded.match(SPELLED) ?? []).flatMap(readSpelled)),
  ].join('|');
}

/** Everything that a reader may take the text for. */
function readText(text: string): string[] {
  const folded = [foldText(text), foldText(text, respellInLatin), foldText(text, respellMixedInCyrillic)];
  return [...new Set(folded.flatMap((form) => [form, readLookalikes(form)]))].map(readWords);
}

/**
 * What to look for. A word is what it says, so only signs and digits that stand between letters are read as such: "a$$" is
 * no "a", but "h3" no "he".
 */
function readWanted(word: string): string[] {
  const folded = foldText(word, respellMixedInLatin);
  const forms = SIGNS.test(folded) ? [readLookalikes(folded)] : [folded, readDigitsWithin(folded)];
  return forms.flatMap((form) => {
    const words = form.match(WORD) ?? [];
    if (words.length === 0) return [];
    if (UNSPACED.test(form)) return [words.join(' ')];
    return words.length === 1 ? [frame(words)] : [frame(words), frame([PHRASE + words.join('')])];
  });
}

/** The emoji of a text, whole: a woman is not found in her family. */
function readEmoji(text: string): string {
  return (text.match(EMOJI) ?? []).map((emoji) => ` ${emoji.replace(EMOJI_STYLE, '')} `).join('');
}

/**
 * The first of `words` (words, phrases or emoji) that the text holds, in whatever case, width or accents, with what is not
 * seen between its letters, with look-alike letters, digits or signs, hyphenated or letter by letter.
 */
export function findWord(text: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined;
  const readings = readText(text);
  const drawn = readEmoji(text);
  return words.find((word) => {
    const wanted = readWanted(word);
    const emoji = readEmoji(word);
    if (wanted.length === 0 && emoji === '') return false;
    const said = wanted.length === 0 || wanted.some((part) => readings.some((reading) => reading.includes(part)));
    return said && drawn.includes(emoji);
  });
}
