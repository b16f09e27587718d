import { describe, expect, it } from 'vitest';
import { refusesContent } from './refuses-content.ts';

describe('a failure of the Images binding', () => {
  it.each([
    [9_412, 'not an image'],
    [9_422, 'too many pixels'],
  ])('blames the picture by code %i', (code, message) => {
    expect(refusesContent(Object.assign(new Error(message), { code }))).toBe(true);
  });

  it.each([
    'ERROR 9523: Input buffer contains unsupported image format',
    'Unexpected error response 500: Error: heif: Invalid input (2.0)',
    // Two pictures refused at once: the decoder's words are global, and one failure takes those of the other.
    'Unexpected error response 500: Error: Warning treated as error due to failOn setting',
  ])('blames the picture in the words of the emulation: %s', (message) => {
    expect(refusesContent(Object.assign(new Error(message), { code: 9_523 }))).toBe(true);
  });

  it.each([new Error('Network connection lost.'), Object.assign(new Error('internal'), { code: 9_523 }), 'heif'])(
    'is a bad day otherwise: %s',
    (error) => {
      expect(refusesContent(error)).toBe(false);
    },
  );
});
