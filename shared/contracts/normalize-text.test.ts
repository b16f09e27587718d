import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeText } from './normalize-text.ts';

describe('a text that people write', () => {
  it.each([
    ['composes', 'cafe\u0301', 'café'],
    ['composes what something invisible kept apart', 'cafe\u202e\u0301', 'café'],
    ['loses control characters', 'a\u0000b\u0007c\u001b[31md', 'abc[31md'],
    ['loses what turns its direction', 'safe\u202Egnp.exe', 'safegnp.exe'],
    ['loses invisible characters', 'p\u200Ba\u2060y\uFEFFp\u00ADal', 'paypal'],
    ['loses fillers that only look empty', '\u3164\u2800\uFFA0', ''],
    ['loses hidden tags', 'hi\u{E0068}\u{E0069}', 'hi'],
    ['loses halves of characters', 'a\uD83Db', 'a\uFFFDb'],
    ['keeps single spaces', '  a \t\u00A0 b  ', 'a b'],
    ['keeps one empty line', 'a \r\n\r\n\r\n\n b\u2028c', 'a\n\nb\nc'],
    ['keeps joined emoji', '👩‍👩‍👧 🏳️‍🌈 ❤️', '👩‍👩‍👧 🏳️‍🌈 ❤️'],
    [
      'keeps flags of regions',
      '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
      '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
    ],
    ['keeps the joiners of a script', 'می‌خواهم क्‍ष', 'می‌خواهم क्‍ष'],
    ['keeps Vietnamese, Hebrew, Thai and Tibetan', 'Tiếng Việt שָׁלוֹם น้ำ བསྒྲུབས', 'Tiếng Việt שָׁלוֹם น้ำ བསྒྲུབས'],
  ])('%s', (_, written, kept) => {
    expect(normalizeText(written)).toBe(kept.normalize('NFC'));
  });

  it('has no piles of marks', () => {
    const zalgo = normalizeText(`z${'\u0335\u0321'.repeat(40)}algo`);
    expect([...zalgo]).toHaveLength(10);
  });

  it('is not changed by a second pass', () => {
    const characters = fc.string({
      unit: fc.constantFrom(...'ab \n\t\r\u200d\u200c\u0301\u0335\u202e\u{1f469}\u2028\u00a0\u{e0067}'),
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), characters), (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });
});
