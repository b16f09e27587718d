import { expect, it } from 'vitest';
import { cameraWords } from './camera-words.ts';

it('says what is known, as photographers write it', () => {
  const camera = { make: 'FUJIFILM', model: 'X100V', focalLength: 23, aperture: 2.8, exposureSeconds: 0.004, iso: 400 };
  expect(cameraWords(camera)).toBe('FUJIFILM X100V, 23 mm, f/2.8, 1/250 s, ISO 400');
  expect(cameraWords({ make: 'Canon Inc.', model: 'Canon EOS R5', exposureSeconds: 2.5 })).toBe('Canon EOS R5, 2.5 s');
  expect(cameraWords({ lens: '50mm f/1.8' })).toBe('50mm f/1.8');
  expect(cameraWords({})).toBe('');
});
