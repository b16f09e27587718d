import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PageBytes } from './page-bytes.ts';

it('writes what joining the texts would', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' }), fc.maxSafeNat())),
      (parts) => {
        const page = new PageBytes();
        for (const part of parts) {
          if (typeof part === 'number') page.number(part);
          else if (/^[ -~]*$/.test(part)) page.ascii(part);
          else page.text(part);
        }
        expect(new TextDecoder().decode(page.join())).toBe(parts.join(''));
      },
    ),
  );
});
