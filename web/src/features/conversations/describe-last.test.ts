import { expect, it } from 'vitest';
import { describeLast } from './describe-last.ts';

const last = { senderId: 'ann', text: 'hello', postId: null, createdAt: '2026-03-01T12:00:00.000Z' };

it('tells who said what last', () => {
  expect(describeLast(null, 'ann')).toBe('Nothing written yet');
  expect(describeLast(last, 'ann')).toBe('You: hello');
  expect(describeLast(last, 'ben')).toBe('hello');
  expect(describeLast({ ...last, text: '', postId: 'p' }, 'ann')).toBe('You sent a post');
  expect(describeLast({ ...last, text: '', postId: 'p' }, 'ben')).toBe('Sent a post');
  expect(describeLast({ ...last, postId: 'p' }, 'ben')).toBe('hello');
});
