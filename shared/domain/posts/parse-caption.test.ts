import { describe, expect, it } from 'vitest';
import { HASHTAGS_MAX, parseHashtags, parseMentions } from './parse-caption.ts';

describe('hashtags', () => {
  it('are found in any script, once each, in order', () => {
    expect(parseHashtags('Dawn #Light over #東京, #café #light #привет_мир')).toEqual([
      'light',
      '東京',
      'café',
      'привет_мир',
    ]);
  });

  it('fold case and width', () => {
    expect(parseHashtags('#ＬＩＧＨＴ ＃light #LIGHT')).toEqual(['light']);
  });

  it.each([
    ['German', '#STRASSE #straße #STRAẞE', 'strasse'],
    ['Turkish', '#İSTANBUL #istanbul #Istanbul #ıstanbul', 'istanbul'],
    ['Greek', '#ΟΔΟΣ #οδος #οδοσ', 'οδος'],
    ['Russian', '#МОРЕ #море', 'море'],
    ['Georgian', '#ᲗᲑᲘᲚᲘᲡᲘ #თბილისი', 'თბილისი'],
    ['Persian', '#می\u200cخواهم #میخواهم', 'میخواهم'],
    ['Hindi', '#क्षितिज #क्\u200dषितिज', 'क्षितिज'],
    ['low lines', '#foo＿bar ﹟foo_bar', 'foo_bar'],
    ['what is not seen', '#a\u034fb #a\ufe0fb #a\u2065b #a\u{e0002}b #a\u200cb #ab\ufe0f', 'ab'],
    ['Japanese', '#ｶﾞﾗｽ #ガラス', 'ガラス'],
    ['French, composed and not', '#CAFÉ #cafe\u0301', 'café'],
  ])('fold %s', (_language, text, tag) => {
    expect(parseHashtags(text)).toEqual([tag]);
  });

  it('are not numbers, parts of words or of links', () => {
    expect(parseHashtags('#123 a#b https://example.com/#top &#39; #1st')).toEqual(['1st']);
  });

  it('are not on keys', () => {
    expect(parseHashtags('#️⃣tag #⃣tag')).toEqual([]);
  });

  it('stop at their limit', () => {
    const text = Array.from({ length: HASHTAGS_MAX + 1 }, (_, i) => `#tag${i}`).join(' ');
    expect(parseHashtags(text)).toHaveLength(HASHTAGS_MAX);
  });
});

describe('mentions', () => {
  it('are usernames after an at sign, without a closing full stop', () => {
    expect(parseMentions('With @Mira.Okafor and @jo_. Not me@example.com')).toEqual(['mira.okafor', 'jo_']);
  });

  it.each([
    'mira!',
    'mira…',
    'mira...',
    '(mira)',
    'mira’s',
    'mira🔥',
    'mira, hi',
    'mira-',
    'miraさん',
    'mira谢谢',
    'mira님',
    'miraคะ',
    'mira。',
  ])('end where the name does: %s', (text) => {
    expect(parseMentions(text.replace('mira', '@mira'))).toEqual(['mira']);
  });

  it.each([
    'miraé',
    'mirae\u0301',
    'mirañoz',
    'miraж',
    'mira.é',
    'mira@example.com',
    'mira＠example',
    'mi\u034fra',
    'mi\u200dra',
    'mira\u{1d159}x',
    'miraａ',
  ])('name nobody when the name goes on: %s', (text) => {
    expect(parseMentions(`see @${text}`)).toEqual([]);
  });

  it('name nobody by a name that is too long', () => {
    const longest = 'm'.repeat(30);
    expect(parseMentions(`@${longest} @${longest}zzz @${longest}.z`)).toEqual([longest]);
  });
});
