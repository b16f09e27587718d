import { expect, it } from 'vitest';
import { checkFile, contentTypeOf } from './check-file.ts';

const limits = {
  photoTypes: ['image/jpeg', 'image/heic'],
  videoTypes: [],
  maxPhotoBytes: 32 * 1_024 * 1_024,
  maxVideoBytes: 0,
  maxPhotoPixels: 80_000_000,
};

it('takes what the server takes', () => {
  expect(checkFile({ name: 'a.jpg', type: 'image/jpeg', size: 100 }, limits)).toBeNull();
  expect(checkFile({ name: 'IMG_1.HEIC', type: '', size: 100 }, limits)).toBeNull();
});

it('says what is wrong and what to do', () => {
  expect(checkFile({ name: 'a.jpg', type: 'image/jpeg', size: 0 }, limits)?.message).toContain('empty');
  expect(checkFile({ name: 'a.pdf', type: 'application/pdf', size: 9 }, limits)).toEqual({
    message: 'This kind of file cannot be shared.',
    hint: 'JPEG and HEIC can.',
  });
  expect(checkFile({ name: 'a.mp4', type: 'video/mp4', size: 9 }, limits)?.message).toContain('Videos');
  const big = checkFile({ name: 'a.jpg', type: 'image/jpeg', size: 40 * 1_024 * 1_024 }, limits);
  expect(`${big?.message} ${big?.hint}`).toBe('The photo has 40 MB. Up to 32 MB can be shared. Export it smaller.');
});

it('knows a type by the ending when the browser does not', () => {
  expect(contentTypeOf({ name: 'x.JPEG', type: '' })).toBe('image/jpeg');
  expect(contentTypeOf({ name: 'x', type: '' })).toBe('application/octet-stream');
});
