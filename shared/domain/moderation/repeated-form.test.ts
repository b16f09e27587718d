import { describe, expect, it } from 'vitest';
import { formRepeated, isRepeatable } from './repeated-form.ts';

const TEXT = 'Buy your cheap followers here';

describe('a text that was written before', () => {
  it.each([
    ['another case', TEXT.toUpperCase()],
    ['a zero-width non-joiner', 'Buy your ch\u200ceap followers here'],
    ['a grapheme joiner', 'Buy your ch\u034feap followers here'],
    ['a variation selector', `${TEXT}\ufe0f`],
    ['a wide letter', 'Ｂuy your cheap followers here'],
    ['a Cyrillic letter', 'Buy your chеap followers here'],
    ['an accent', 'Buy yóur cheap followers here'],
    ['a look-alike digit', 'Buy y0ur cheap followers here'],
    ['other lines', TEXT.replaceAll(' ', '\n')],
    ['an exclamation mark', `${TEXT}!!`],
    ['a digit', `${TEXT} 1`],
    ['a digit on a key', `${TEXT} 7️⃣`],
    ['an emoji', `${TEXT} 🔥`],
    ['a name', `${TEXT} @mira.okafor`],
    ['a name in front, and more behind', `@mira ${TEXT} 🔥 12 @jo_!`],
  ])('is the same with %s', (_, text) => {
    expect(formRepeated(text)).toBe(formRepeated(TEXT));
  });

  it('is the same when all that it holds is a link', () => {
    expect(formRepeated('x.com 🔥')).toBe(formRepeated('x.com 🇩🇪 2'));
  });
});

it.each([
  ['other words', TEXT, 'Buy your dear followers here'],
  ['other emoji', '😀😀😀😀😀😀😀', '🔥🔥🔥🔥🔥🔥🔥'],
  ['other numbers', '123 456 789 012', '123 456 789 013'],
  ['other emoji beside a short greeting', 'Beautiful! 😍😍😍', 'Beautiful! 🔥🔥🔥'],
  ['other names', '@mira @jonas', '@mira @okafor'],
  ['other points only', '!!!!!!!!!!!!', '????????????'],
  ['another Hindi vowel', 'यह बहुत सुंदर काम है', 'यह बहुत सुंदर कम है'],
  ['other Japanese sounds', 'とてもきれいなはかですねほんと', 'とてもきれいなばかですねほんと'],
  ['other Russian words', 'Какой красивый свет', 'Какой красивый цвет'],
  ['other families', '👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', '👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧'],
])('%s are another text', (_, one, other) => {
  expect(formRepeated(one)).not.toBe(formRepeated(other));
});

it('lets short words be repeated, and no links', () => {
  expect([isRepeatable('Beautiful!'), isRepeatable('x.com'), isRepeatable('Buy my turnips')]).toEqual([
    true,
    false,
    false,
  ]);
});
