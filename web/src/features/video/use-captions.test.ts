import { expect, it } from 'vitest';
import { inReadersOrder } from './use-captions.ts';

const aTrack = (language: string) => ({ language, label: language, url: `/${language}` });

it('brings the reader’s languages first', () => {
  const tracks = ['en', 'fr', 'de-CH'].map(aTrack);
  expect(inReadersOrder(tracks, ['de-DE', 'en-GB']).map(({ language }) => language)).toEqual(['de-CH', 'en', 'fr']);
  expect(inReadersOrder(tracks, []).map(({ language }) => language)).toEqual(['en', 'fr', 'de-CH']);
});
