import { expect, it } from 'vitest';
import { KeptBytes } from './kept-bytes.ts';

it('keeps the pages written last, as many as fit', () => {
  const kept = new KeptBytes<object>(25);
  const [first, second, third] = [{}, {}, {}];
  for (const page of [first, second]) kept.set(page, new Uint8Array(10));
  expect(kept.get(first)?.length).toBe(10);
  kept.set(third, new Uint8Array(15));
  expect([first, second, third].map((page) => kept.get(page)?.length)).toEqual([undefined, 10, 15]);
});
