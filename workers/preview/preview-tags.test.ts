import { expect, it } from 'vitest';
import { type Preview, previewTags } from './preview-tags.ts';

const PREVIEW: Preview = {
  url: 'https://rimlight.test/p/0dvjp1j80qj04',
  author: { username: 'mira', fullName: 'Mira Okafor' },
  caption: 'First light\n\nover the   bay #dawn',
  image: { url: 'https://rimlight.test/i.jpg', width: 4_000, height: 3_000, altText: 'A bay at dawn' },
};

const asMap = (preview: Preview) => new Map(previewTags(preview).tags.map(({ key, content }) => [key, content]));

it('describes a post with its picture in the size that is linked', () => {
  expect(previewTags(PREVIEW).title).toBe('Mira Okafor (@mira) on Rimlight');
  expect(Object.fromEntries(asMap(PREVIEW))).toMatchObject({
    'og:type': 'article',
    'og:url': PREVIEW.url,
    'og:description': 'First light over the bay #dawn',
    'og:image': 'https://rimlight.test/i.jpg',
    'og:image:width': '1080',
    'og:image:height': '810',
    'og:image:alt': 'A bay at dawn',
    'twitter:card': 'summary_large_image',
  });
});

it('says who it is by when there are no words, and shows no picture when there is none', () => {
  const tags = asMap({ ...PREVIEW, author: { username: 'mira', fullName: '' }, caption: ' \n', image: null });
  expect(tags.get('og:title')).toBe('mira (@mira) on Rimlight');
  expect(tags.get('og:description')).toBe('A post by @mira.');
  expect(tags.get('twitter:card')).toBe('summary');
  expect([...tags.keys()].filter((key) => key.includes('image'))).toEqual([]);
});

it('does not cut a character in two', () => {
  const description = asMap({ ...PREVIEW, caption: '👩‍👩‍👧'.repeat(300) }).get('og:description');
  expect(description).toBe(`${'👩‍👩‍👧'.repeat(199)}…`);
});
