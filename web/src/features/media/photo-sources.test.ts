import { expect, it } from 'vitest';
import { photoSources, tileSources } from './photo-sources.ts';

const urls = { thumb: '/t', profile: '/p', feed: '/f', full: '/F', story: '/s' };

it('offers what exists, with its true width', () => {
  expect(photoSources({ urls, width: 4_000 })?.srcSet).toBe('/f 640w, /F 1080w');
  expect(photoSources({ urls, width: 900 })?.srcSet).toBe('/f 640w, /F 900w');
  expect(photoSources({ urls, width: 500 })?.srcSet).toBe('/f 500w');
  expect(photoSources({ urls: null, width: 500 })).toBeNull();
});

it('describes a tile by the edge that the variant covers', () => {
  expect(tileSources({ urls, width: 4_000, height: 3_000 })?.srcSet).toBe('/p 320w, /f 480w');
  expect(tileSources({ urls, width: 3_000, height: 4_000 })?.srcSet).toBe('/p 320w, /f 640w');
  expect(tileSources({ urls, width: 4_000, height: 1_000 })?.srcSet).toBe('/p 320w');
});
