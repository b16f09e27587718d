import { expect, it } from 'vitest';
import { splitCaption } from './split-caption.ts';

const mira = [{ username: 'mira.okafor' }];

it('marks resolved mentions and hashtags, and keeps every character', () => {
  const caption = 'With @Mira.Okafor at dusk. #goldenhour, #夜景!';
  const parts = splitCaption(caption, mira);
  expect(parts.map((part) => part.text).join('')).toBe(caption);
  expect(parts.filter((part) => part.kind !== 'text')).toEqual([
    { kind: 'mention', text: '@Mira.Okafor', username: 'mira.okafor' },
    { kind: 'hashtag', text: '#goldenhour', tag: 'goldenhour' },
    { kind: 'hashtag', text: '#夜景', tag: '夜景' },
  ]);
});

it('leaves e-mail addresses, unknown names, numbers and links alone', () => {
  for (const text of ['me@mira.okafor', 'hello @nobody', 'we are #1', 'https://x.test/#anchor', '', '@ #']) {
    expect(splitCaption(text, mira).every((part) => part.kind === 'text')).toBe(true);
  }
});

it('ends a mention before the full stop of a sentence', () => {
  expect(splitCaption('Thanks @mira.okafor.', mira)[1]).toEqual({
    kind: 'mention',
    text: '@mira.okafor',
    username: 'mira.okafor',
  });
});

it('links full-width marks and words with joiners', () => {
  const parts = splitCaption('＠mira.okafor ＃光 #می\u200cخواهم', mira);
  expect(parts.filter(({ kind }) => kind !== 'text')).toEqual([
    { kind: 'mention', text: '＠mira.okafor', username: 'mira.okafor' },
    { kind: 'hashtag', text: '＃光', tag: '光' },
    { kind: 'hashtag', text: '#می\u200cخواهم', tag: 'می\u200cخواهم' },
  ]);
});

it('links names and tags as the server reads them', () => {
  const texts = ['@mira.okaforさん', '@mira.okaforé', '@mira.okafor@example.com', '#foo＿bar', '﹟tag', '#️⃣tag'];
  expect(texts.map((text) => splitCaption(text, mira)[0])).toEqual([
    { kind: 'mention', text: '@mira.okafor', username: 'mira.okafor' },
    { kind: 'text', text: '@mira.okaforé' },
    { kind: 'text', text: '@mira.okafor@example.com' },
    { kind: 'hashtag', text: '#foo＿bar', tag: 'foo＿bar' },
    { kind: 'hashtag', text: '﹟tag', tag: 'tag' },
    { kind: 'text', text: '#️⃣tag' },
  ]);
});
