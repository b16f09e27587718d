import { expect, it } from 'vitest';
import { formatAge } from './time.ts';

const now = Date.parse('2026-06-15T12:00:00.000Z');

it.each([
  ['2026-06-15T12:00:05.000Z', 'now'],
  ['2026-06-15T11:59:30.000Z', 'now'],
  ['2026-06-15T11:55:00.000Z', '5 min'],
  ['2026-06-15T09:00:00.000Z', '3 h'],
  ['2026-06-13T11:00:00.000Z', '2 d'],
  ['2026-06-08T12:00:01.000Z', '6 d'],
  ['2026-03-12T12:00:00.000Z', '12 Mar'],
  ['2025-03-12T12:00:00.000Z', '12 Mar 2025'],
])('shows %s as %s', (iso, text) => {
  expect(formatAge(iso, now)).toBe(text);
});
