import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  deriveSecret,
  hashRefreshToken,
  isSameFamily,
  newSecret,
  readRefreshToken,
  writeRefreshToken,
} from './refresh-token.ts';

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

it('that follows by a key is the same each time, and another for another key, token or server', () => {
  const token = aToken();
  const keys = [{ id: 'k', secret: 'secret' }];
  const next = deriveSecret(keys, 'key', token);
  expect(readRefreshToken(writeRefreshToken({ ...token, generation: 1, currentSecret: next }))).toBeDefined();
  expect(deriveSecret(keys, 'key', token)).toBe(next);
  const others = [
    deriveSecret([{ id: 'k', secret: 'another' }], 'key', token),
    deriveSecret(keys, 'other', token),
    deriveSecret(keys, 'key', { ...token, generation: 1 }),
    deriveSecret(keys, 'key', aToken()),
  ];
  expect(new Set([next, ...others]).size).toBe(5);
});
