import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PageBytes } from './page-bytes.ts';

it('writes what joining the texts would', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.maxSafeNat())), (parts) => {
      const page = new PageBytes();
      for (const part of parts) typeof part === 'number' ? page.number(part) : page.text(part);
      expect(new TextDecoder().decode(page.join())).toBe(parts.join(''));
    }),
  );
});
