import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalizeHandle } from './normalize-handle.ts';
import { isReservedUsername } from './reserved-usernames.ts';

it('takes names for one that differ by case, outer spaces or compatibility forms', () => {
  for (const text of ['mira@example.com', ' Mira@Example.COM ', 'ｍｉｒａ@example.com']) {
    expect(normalizeHandle(text)).toBe('mira@example.com');
  }
});

it('changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = normalizeHandle(text);
      expect(normalizeHandle(once)).toBe(once);
    }),
  );
});

it('reserves the names of pages, whatever their case', () => {
  for (const name of ['admin', 'Settings', 'EXPLORE', 'api', 'me']) expect(isReservedUsername(name), name).toBe(true);
  for (const name of ['mira', 'admin.mira', 'me_too']) expect(isReservedUsername(name), name).toBe(false);
});
