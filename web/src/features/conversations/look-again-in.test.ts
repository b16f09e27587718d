import { expect, it } from 'vitest';
import { lookAgainIn } from './look-again-in.ts';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');

it('looks sooner while people write', () => {
  expect(lookAgainIn('2026-03-01T11:59:00.000Z', NOW)).toBeLessThan(lookAgainIn('2026-03-01T11:00:00.000Z', NOW));
  expect(lookAgainIn(undefined, NOW)).toBe(lookAgainIn('2026-03-01T11:00:00.000Z', NOW));
});
