import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashRefreshToken, isSameFamily, newSecret, readRefreshToken, writeRefreshToken } from './refresh-token.ts';

const aToken = (generation = 0) => ({
  userId: '01hq2m8k7w0c4',
  sessionId: '01hq2m8k7w0c5',
  generation,
  familySecret: newSecret(),
  currentSecret: newSecret(),
});

it('is read as it was written', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), (generation) => {
      const token = aToken(generation);
      expect(readRefreshToken(writeRefreshToken(token))).toEqual(token);
    }),
  );
});

it('is not read from anything else', () => {
  const text = writeRefreshToken(aToken());
  for (const wrong of [
    '',
    'a.b.c.d',
    `${text}x`,
    text.slice(1),
    text.replace('.0.', '.-1.'),
    text.replace('01hq', 'zzzz'),
  ]) {
    expect(readRefreshToken(wrong), wrong).toBeUndefined();
  }
});

it('is hashed so that a later one of the same session is recognised, and one of another session is not', async () => {
  const first = aToken();
  const second = { ...first, generation: 1, currentSecret: newSecret() };
  const [a, b, c] = await Promise.all([first, second, aToken()].map(hashRefreshToken));
  expect(a).not.toBe(b);
  expect(isSameFamily(a ?? '', b ?? '')).toBe(true);
  expect(isSameFamily(a ?? '', c ?? '')).toBe(false);
  expect(a).not.toContain(first.currentSecret);
});
