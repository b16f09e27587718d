// What is a hashtag or a mention in a text: the server resolves them, the web app links them. Apart from the schemas, so
// that zod can stay out of it.

const WORD = '\\p{L}\\p{M}\\p{N}_\\uff3f\\ufe33\\ufe34\\ufe4d-\\ufe4f';
/** Joiners that Persian and Indic words need inside, and whatever else is not seen. */
const UNSEEN = '\\p{Default_Ignorable_Code_Point}\\u{1d159}';
/** Scripts that put no space after a name: there it ends with its last letter, as in "@miraさん". */
const UNSPACED = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{sc=${script}}`)
  .join('');

/**
 * Letters, marks, digits and low lines of any script behind a number sign (UTS #31, hashtag identifiers), which is not on
 * a key. That a letter is among them is for the reader to check.
 */
export const HASHTAG = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}_&/])[#＃﹟](?!\\ufe0f?\\u20e3)([${WORD}]+(?:[${UNSEEN}]+[${WORD}]+)*)`,
  'gu',
);

/**
 * A username behind an at sign, without a closing full stop. A name that goes on, in letters that usernames do not have or
 * as an e-mail address, is another name.
 */
export const MENTION = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}_.@＠/])[@＠]([A-Za-z0-9_](?:[A-Za-z0-9._]*[A-Za-z0-9_])?)(?![@＠]|\\.*(?![${UNSPACED}])[${WORD}${UNSEEN}])`,
  'gu',
);
