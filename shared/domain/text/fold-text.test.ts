import { expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

it.each([
  ['case, width and accents', 'ＣAFÉ cafe\u0301', 'cafe cafe'],
  ['what is not seen', 'p\u200ca\u034fy\u2065p\u{e0002}a\u{1d159}l', 'paypal'],
  ['letters in signs', '🅿🄰Ⓨ 🅟🅐🅨 ᴘᴀʏ', 'pay pay pay'],
  ['letters with a stroke', 'Łódź Ølstykke', 'lodz olstykke'],
  ['German', 'STRASSE straße STRAẞE', 'strasse strasse strasse'],
  ['Greek', 'ΟΔΌΣ οδός', 'οδος οδος'],
  ['Arabic with vowels', 'كَلْب', 'كلب'],
])('folds %s', (_, text, folded) => {
  expect(foldText(text)).toBe(folded);
});

it.each([
  ['Hindi', 'काम'],
  ['Japanese', 'ばか バカ'],
  ['Thai', 'น้ำตก'.normalize('NFKC')],
  ['Korean', '바보'],
  ['Georgian', 'თბილისი'],
  ['emoji', '🔥🇩🇪🍆'],
])('keeps %s as it is', (_, text) => {
  expect(foldText(text)).toBe(text);
});
