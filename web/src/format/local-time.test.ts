import { expect, it } from 'vitest';
import { fromLocalInput, timeZoneLabel, toLocalInput } from './local-time.ts';

it('goes from a moment to a field and back, to the minute', () => {
  const noon = Date.parse('2026-06-15T12:34:56.789Z');
  const text = toLocalInput(noon);
  expect(text).toMatch(/^2026-06-1[456]T\d\d:\d4$/);
  expect(fromLocalInput(text)).toBe('2026-06-15T12:34:00.000Z');
});

it('takes nothing that is not a whole time', () => {
  for (const text of ['', '2026-06-15', 'soon', '2026-13-40T99:99']) expect(fromLocalInput(text)).toBeNull();
});

it('says whose clock it is', () => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  expect(timeZoneLabel(0)).toContain(timeZone);
});
