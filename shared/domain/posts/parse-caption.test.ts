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
    ['Japanese', '#ｶﾞﾗｽ #ガラス', 'ガラス'],
    ['French, composed and not', '#CAFÉ #cafe\u0301', 'café'],
  ])('fold %s', (_language, text, tag) => {
    expect(parseHashtags(text)).toEqual([tag]);
  });

  it('are not numbers, parts of words or of links', () => {
    expect(parseHashtags('#123 a#b https://example.com/#top &#39; #1st')).toEqual(['1st']);
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
});
