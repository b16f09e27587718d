import { describe, expect, it } from 'vitest';
import { findWord } from './match-words.ts';

it.each([
  ['A whole word', 'You are a Turnip.', 'turnip'],
  ['a phrase', 'BUY   now, friends', 'buy now'],
  ['a phrase letter by letter', 'b u y n o w', 'buy now'],
  ['a phrase letter by letter with its space', 'you B.U.Y  N.0.W!', 'buy now'],
  ['another case, width and accent', 'ＴÜRNĬP', 'turnip'],
  ['look-alike digits and signs', 'such a TURN1P! and $pam', 'turnip'],
  ['a word of a script without spaces', 'これは大根です', '大根'],
  ['a word with a sign', 'what an a$$', 'a$$'],
  ['what a sign stands for', 'what an ASS', 'a$$'],
  ['what a digit between letters stands for', 'a turnip', 'turn1p'],
  ['a word with digits as it is', 'my level5 and mp3', 'mp3'],
  ['a name with its sign', 'ask @mira there', '@mira'],
  ['a phrase in spite of an emoji', 'buy 🔥 now', 'buy now'],
  ['German in capitals', 'IN DER STRASSE', 'straße'],
  ['German', 'in der Straße', 'STRASSE'],
  ['Hindi', 'यह काम है', 'काम'],
  ['Arabic with its vowels', 'هذا كَلْب', 'كلب'],
  ['Hebrew with its points', 'שָׁלוֹם', 'שלום'],
  ['half-width Japanese', 'ﾊﾞｶ', 'バカ'],
  ['Korean', '이 바보 야', '바보'],
  ['Turkish', 'İstanbul', 'istanbul'],
  ['Danish', 'en SØD kage', 'sod'],
  ['an emoji', 'look 🍆!', '🍆'],
  ['an emoji among its like', '🍆🍆🍆', '🍆'],
  ['an emoji of any skin', 'you 🖕🏽', '🖕'],
  ['an emoji however it is drawn', 'love ❤️', '❤'],
  ['a flag', 'go 🇩🇪🇫🇷', '🇫🇷'],
  ['a Cyrillic word with a Latin letter', 'вот сyка', 'сука'],
])('%s is found', (_, text, word) => {
  expect(findWord(text, ['other', word])).toBe(word);
});

describe('a word that is disguised is found', () => {
  it.each([
    ['a zero-width non-joiner', 'spam\u200cword'],
    ['a joiner', 'spam\u200dword'],
    ['an unassigned ignorable', 'spam\u2065word'],
    ['a tag', 'spam\u{e0002}word'],
    ['a note without a head', 'spam\u{1d159}word'],
    ['a variation selector', 'spam\ufe0fword'],
    ['a wide digit', 'sp\uff14mword'],
    ['a Cyrillic letter', 'sp\u0430mword'],
    ['a Cyrillic capital', 'SPA\u041cWORD'],
    ['a Greek letter', 'spamw\u03bfrd'],
    ['a Greek capital', 'SPA\u039cWORD'],
    ['dots', 's.p.a.m.w.o.r.d'],
    ['spaces', 's p a m w o r d'],
    ['spaces after a short word', 'I s p a m w o r d you'],
    ['emoji', 's🔥p🔥a🔥m🔥w🔥o🔥r🔥d'],
    ['a hyphen', 'spam-word'],
    ['another hyphen', 'spam\u2011word'],
    ['a low line', 'spam_word'],
    ['digits, letter by letter', 's p 4 m w 0 r d'],
    ['squared letters', '🅂🄿🄰🄼🅆🄾🅁🄳'],
    ['black squared letters', '🆂🅿🅰🅼🆆🅾🆁🅳'],
    ['black circled letters', '🅢🅟🅐🅜🅦🅞🅡🅓'],
    ['circled letters', 'ⓢⓟⓐⓜⓦⓞⓡⓓ'],
    ['letters in parentheses', '⒮⒫⒜⒨⒲⒪⒭⒟'],
    ['small capitals', 'ꜱᴘᴀᴍᴡᴏʀᴅ'],
    ['letters of mathematics', '𝓼𝓹𝓪𝓶𝔀𝓸𝓻𝓭'],
    ['strokes', 's\u0336p\u0336a\u0336mword'],
  ])('with %s', (_, text) => {
    expect(findWord(`you ${text}!`, ['spamword'])).toBe('spamword');
  });

  it('wholly in Cyrillic letters that look Latin', () => {
    expect(findWord('сосоа', ['cocoa'])).toBe('cocoa');
  });
});

it.each([
  ['a part of a longer word', 'turnips are turniplike', 'turnip'],
  ['a word over a sentence that is cut elsewhere', 'turn ip', 'turnip'],
  ['a phrase that is written as one word', 'it is nowhere', 'no where'],
  ['a word over two sentences', 'my turn.Ip is short', 'turnip'],
  ['an entry without letters', 'anything!', '!!'],
  ['a word with a sign in its first letter', 'what a lovely day', 'a$$'],
  ['a number that looks like a word', 'at 50 mm and 1/500', 'so'],
  ['a name of a letter and a digit', 'he is in', 'h3'],
  ['a word that ends in a digit', 'all levels', 'level5'],
  ['a Hindi word with other vowels', 'यह काम है', 'कम'],
  ['a Japanese word without its sounds', 'はかまいり', 'ばか'],
  ['a Russian word that looks Latin', 'Там мусор и сор', 'cop'],
  ['a Latin word that looks Russian', 'a good cop', 'сор'],
  ['a Russian word in capitals', 'ВОТ', 'bot'],
  ['a Greek word', 'το νερό', 'to'],
  ['letters of two words', 'plan b as in a bus', 'bas'],
  ['initials', 'J. R. R. Tolkien, e.g. a book', 'jr'],
  ['a French sentence', 'Y a-t-il l’âme ?', 'lame'],
  ['a flag', 'Grüße 🇩🇪', 'de'],
  ['two flags at their border', '🇩🇪🇫🇷', '🇪🇫'],
  ['a woman of a family', '👩‍👩‍👧 and 👩🏽‍🚀', '👩'],
  ['a digit on a key', '1️⃣ 2️⃣ 3️⃣', 'i'],
  ['an emoji beside another', '🍇🍈', '🍆'],
  ['a word beside its emoji', 'a pic', '🍆 pic'],
])('%s is not', (_, text, word) => {
  expect(findWord(text, [word])).toBeUndefined();
});
