import { expect, it } from 'vitest';
import { homeRegion } from './home-region.ts';

it.each([
  ['San Francisco', { continent: 'NA', country: 'US', longitude: '-122.4' }, 'wnam'],
  ['New York', { continent: 'NA', country: 'US', longitude: '-74.0' }, 'enam'],
  ['Mexico City', { continent: 'NA', country: 'MX', longitude: '-99.1' }, 'enam'],
  ['São Paulo', { continent: 'SA', country: 'BR', longitude: '-46.6' }, 'sam'],
  ['Lisbon', { continent: 'EU', country: 'PT', longitude: '-9.1' }, 'weur'],
  ['Warsaw', { continent: 'EU', country: 'PL', longitude: '21.0' }, 'eeur'],
  ['somewhere in Europe', { continent: 'EU' }, 'weur'],
  ['Dubai', { continent: 'AS', country: 'AE', longitude: '55.3' }, 'me'],
  ['Cairo', { continent: 'AF', country: 'EG', longitude: '31.2' }, 'afr'],
  ['Tokyo', { continent: 'AS', country: 'JP', longitude: '139.7' }, 'apac'],
  ['Sydney', { continent: 'OC', country: 'AU', longitude: '151.2' }, 'oc'],
  ['Antarctica', { continent: 'AN' }, 'enam'],
  ['nowhere', {}, 'enam'],
  ['a place without sense', { continent: 'NA', longitude: 'west' }, 'enam'],
] as const)('%s', (_place, origin, region) => {
  expect(homeRegion(origin)).toBe(region);
});

it('knows a region without a request', () => {
  expect(homeRegion()).toBe('enam');
});
