import { expect, it } from 'vitest';
import { formatPosition, parsePosition, roundPosition } from './place.ts';

it('reads what a map gives', () => {
  expect(parsePosition('52.5200, 13.4050')).toEqual({ lat: 52.52, lon: 13.405 });
  expect(parsePosition(' -33.86785 151.20732 ')).toEqual({ lat: -33.868, lon: 151.207 });
  for (const text of ['', 'Berlin', '91, 0', '0, 181', '52.5']) expect(parsePosition(text)).toBeNull();
});

it('keeps no more than about 100 m', () => {
  const position = roundPosition({ lat: 52.520_008, lon: 13.404_954 });
  expect(position).toEqual({ lat: 52.52, lon: 13.405 });
  expect(formatPosition(position)).toBe('52.520, 13.405');
});
