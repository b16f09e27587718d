import { describe, expect, it } from 'vitest';
import { matchesCron } from './cron-pattern.ts';

const sundayNoon = new Date('2026-03-01T12:05:00Z');

describe('matchesCron', () => {
  it.each(['* * * * *', '*/5 * * * *', '5 12 * * *', '0,5 10-14 1 3 *', '5 12 * * 0', '5 12 * * 7', '5/10 * * * *'])(
    '%s names Sunday the first of March, 12:05',
    (pattern) => {
      expect(matchesCron(pattern, sundayNoon)).toBe(true);
    },
  );

  it.each(['*/4 * * * *', '5 13 * * *', '5 12 2 * *', '5 12 * * 1-6', '6/10 * * * *'])('%s does not', (pattern) => {
    expect(matchesCron(pattern, sundayNoon)).toBe(false);
  });

  it('refuses what it cannot read', () => {
    expect(() => matchesCron('* * *', sundayNoon)).toThrow('five fields');
    expect(() => matchesCron('L * * * *', sundayNoon)).toThrow('Not a cron field');
  });
});
