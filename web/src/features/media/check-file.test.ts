import { expect, it } from 'vitest';
import { checkFile, contentTypeOf } from './check-file.ts';

const limits = {
  photoTypes: ['image/jpeg', 'image/heic'],
  videoTypes: ['video/mp4', 'video/quicktime'],
  maxPhotoBytes: 32 * 1_024 * 1_024,
  maxVideoBytes: 200 * 1_024 * 1_024,
};

it('takes what the server takes', () => {
  expect(checkFile({ name: 'a.jpg', type: 'image/jpeg', size: 100 }, limits)).toBeNull();
  expect(checkFile({ name: 'IMG_1.HEIC', type: '', size: 100 }, limits)).toBeNull();
  expect(checkFile({ name: 'IMG_2.MOV', type: '', size: 40 * 1_024 * 1_024 }, limits)).toBeNull();
});

it('says what is wrong and what to do', () => {
  expect(checkFile({ name: 'a.jpg', type: 'image/jpeg', size: 0 }, limits)?.message).toContain('empty');
  expect(checkFile({ name: 'a.pdf', type: 'application/pdf', size: 9 }, limits)).toEqual({
    message: 'This kind of file cannot be shared.',
    hint: 'JPEG, HEIC, MP4, and MOV can.',
  });
  expect(checkFile({ name: 'a.avi', type: 'video/x-msvideo', size: 9 }, limits)?.hint).toBe('MP4 and MOV can.');
  const photosOnly = { ...limits, videoTypes: [] };
  expect(checkFile({ name: 'a.mp4', type: 'video/mp4', size: 9 }, photosOnly)?.hint).toBe('JPEG and HEIC can.');
  const big = checkFile({ name: 'a.jpg', type: 'image/jpeg', size: 40 * 1_024 * 1_024 }, limits);
  expect(`${big?.message} ${big?.hint}`).toBe('The photo has 40 MB. Up to 32 MB can be shared. Export it smaller.');
  const film = checkFile({ name: 'a.mp4', type: 'video/mp4', size: 300 * 1_024 * 1_024 }, limits);
  expect(film?.message).toBe('The video has 300 MB.');
});

it('knows a type by the ending when the browser does not', () => {
  expect(contentTypeOf({ name: 'x.JPEG', type: '' })).toBe('image/jpeg');
  expect(contentTypeOf({ name: 'x', type: '' })).toBe('application/octet-stream');
});
