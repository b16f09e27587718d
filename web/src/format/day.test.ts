import { expect, it } from 'vitest';
import { formatClock, formatDay } from './day.ts';

const at = (year: number, month: number, day: number, hour = 12, minute = 0) =>
  new Date(year, month - 1, day, hour, minute);

it.each([
  [at(2026, 3, 1, 0, 5), 'Today'],
  [at(2026, 2, 28, 23, 59), 'Yesterday'],
  [at(2026, 2, 27), 'Friday 27 February'],
  [at(2025, 12, 31), 'Wednesday 31 December 2025'],
])('calls %s by its day', (date, day) => {
  expect(formatDay(date.toISOString(), at(2026, 3, 1, 0, 10).getTime()).replace(',', '')).toBe(day);
});

it('tells the time of day', () => {
  expect(formatClock(at(2026, 3, 1, 9, 5).toISOString())).toBe('09:05');
});
