import { expect, it } from 'vitest';
import { conversationIdOf, otherIn } from './conversation-id.ts';

const [ann, ben, cem] = ['01hq2m8k7w0c4', '01hq2mbc1x3d9', '01hq2mzzzzzzz'];

it('is the same from both sides, and names the other', () => {
  const id = conversationIdOf(ben, ann);
  expect(id).toBe(conversationIdOf(ann, ben));
  expect(otherIn(id, ann)).toBe(ben);
  expect(otherIn(id, ben)).toBe(ann);
});

it('is nobody else’s, has one spelling, and needs two', () => {
  expect(otherIn(conversationIdOf(ann, ben), cem)).toBeUndefined();
  expect(otherIn(`${ben}-${ann}`, ann)).toBeUndefined();
  expect(otherIn(`${ann}-${ann}`, ann)).toBeUndefined();
});
