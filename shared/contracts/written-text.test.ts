import { describe, expect, it } from 'vitest';
import { commentTextSchema } from './comments.ts';
import { countCharacters } from './count-characters.ts';
import { CAPTION_MAX, COMMENT_TEXT_MAX } from './limits.ts';
import { altTextSchema } from './media.ts';
import { captionSchema, locationSchema } from './posts.ts';
import { BIO_MAX, bioSchema, FULL_NAME_MAX, fullNameSchema } from './users.ts';

describe('the limit of a text', () => {
  it.each([
    ['decomposed letters', 'e\u0301'.repeat(COMMENT_TEXT_MAX), true],
    ['emoji of two units', '😀'.repeat(COMMENT_TEXT_MAX), true],
    ['spaces around', `  ${'a'.repeat(COMMENT_TEXT_MAX)}\n\n`, true],
    ['letters that composing takes apart', '\uFB2C'.repeat(COMMENT_TEXT_MAX), false],
    ['one more', 'ö'.repeat(COMMENT_TEXT_MAX + 1), false],
    ['far too many that are not kept', '\u200b'.repeat(100 * COMMENT_TEXT_MAX), false],
  ])('holds for what is kept: %s', (_, text, fits) => {
    expect(commentTextSchema.safeParse(text).success).toBe(fits);
    if (fits) expect(countCharacters(text)).toBe(COMMENT_TEXT_MAX);
  });

  it('holds for captions too', () => {
    expect(captionSchema.safeParse('\uFB2C'.repeat(CAPTION_MAX)).success).toBe(false);
    expect(captionSchema.parse('e\u0301'.repeat(CAPTION_MAX))).toBe('é'.repeat(CAPTION_MAX));
  });
});

describe('a comment', () => {
  it.each([
    '\u034f',
    '\ufe0f',
    '\u{e0101}',
    '\u180b',
    '\u17b4',
    '\u2065',
    '\ufff0',
    '\u{e0002}',
    '\u{1d159}',
    '\u0301',
  ])('needs something to see', (text) => {
    expect(commentTextSchema.safeParse(` ${text} `).error?.issues[0]?.message).toBe('is empty');
  });

  it.each([
    '❤️',
    '1️⃣',
    '👩‍👩‍👧',
    '🇩🇪',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'می‌خواهم',
    'क्‍ष',
    '!',
    '…',
    'น้ำ',
    'ᠮᠣᠩᠭᠣᠯ',
  ])('keeps %s as it is', (text) => {
    expect(commentTextSchema.parse(text)).toBe(text.normalize('NFC'));
  });
});

it('keeps names of places in one line, with nothing that turns or hides', () => {
  const at = { lat: 1, lon: 2 };
  expect(locationSchema.parse({ ...at, name: '\u202eevil\u0000\u200b\n\n\nx' })).toEqual({ ...at, name: 'evil x' });
  expect(locationSchema.safeParse({ ...at, name: '\u200b' }).success).toBe(false);
});

it('keeps the full name of a person in one line, and a bio, with nothing that turns or hides', () => {
  expect(fullNameSchema.parse(' \u202eMira\u0000\n\u200bOkafor ')).toBe('Mira Okafor');
  expect(fullNameSchema.parse('e\u0301'.repeat(FULL_NAME_MAX))).toBe('é'.repeat(FULL_NAME_MAX));
  expect(fullNameSchema.safeParse('é'.repeat(FULL_NAME_MAX + 1)).success).toBe(false);
  expect(bioSchema.parse('\u202eone\u0000\n\n\n\ntwo ')).toBe('one\n\ntwo');
  expect(bioSchema.safeParse('😀'.repeat(BIO_MAX + 1)).success).toBe(false);
});

it('keeps descriptions with nothing that turns or hides', () => {
  expect(altTextSchema.parse('\u202ealt\u0000\u200bx')).toBe('altx');
});
