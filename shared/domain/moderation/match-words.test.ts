import { expect, it } from 'vitest';
import { findWord } from './match-words.ts';

it.each([
  ['A whole word', 'You are a Turnip.', 'turnip'],
  ['a phrase', 'BUY   now, friends', 'buy now'],
  ['another case, width and accent', 'ＴÜRNĬP', 'turnip'],
  ['look-alike digits and signs', 'such a TURN1P! and $pam', 'turnip'],
  ['a word of a script without spaces', 'これは大根です', '大根'],
])('%s is found', (_, text, word) => {
  expect(findWord(text, ['other', word])).toBe(word);
});

it.each([
  ['a part of a longer word', 'turnips are turniplike', 'turnip'],
  ['a word over a sentence that is cut elsewhere', 'turn ip', 'turnip'],
  ['an entry without letters', 'anything!', '!!'],
])('%s is not', (_, text, word) => {
  expect(findWord(text, [word])).toBeUndefined();
});
