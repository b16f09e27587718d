import { expect, it } from 'vitest';
import { isSameTags } from './is-same-tags.ts';

const MARA = { mediaId: '1', userId: '7', x: 0.25, y: 0.5 };
const JUNO = { mediaId: '1', userId: '8', x: 0.5, y: 0.5 };

it('asks who is where, not in which order', () => {
  expect(isSameTags([MARA, JUNO], [JUNO, MARA])).toBe(true);
});

it('sees who came, went, moved, or is on another photo', () => {
  expect(isSameTags([MARA], [MARA, JUNO])).toBe(false);
  expect(isSameTags([MARA], [])).toBe(false);
  expect(isSameTags([MARA], [{ ...MARA, x: 0.3 }])).toBe(false);
  expect(isSameTags([MARA], [{ ...MARA, mediaId: '2' }])).toBe(false);
});
