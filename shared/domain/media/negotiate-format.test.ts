import { describe, expect, it } from 'vitest';
import { negotiateFormat } from './negotiate-format.ts';

const formats = (accept: string | undefined) => negotiateFormat(accept).map(({ format }) => format);

describe('negotiateFormat', () => {
  it.each([
    ['no header', undefined, ['jpeg']],
    ['an empty header', '', ['jpeg']],
    ['anything', '*/*', ['jpeg']],
    ['any image', 'image/*', ['jpeg']],
    ['Chrome', 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', ['avif', 'webp', 'jpeg']],
    ['Firefox of old', 'image/webp,*/*', ['webp', 'jpeg']],
    ['WebP rather than AVIF', 'image/avif;q=0.5,image/webp;q=0.9', ['webp', 'avif', 'jpeg']],
    ['JPEG rather than the rest', 'image/avif;q=0.2, image/webp;q=0.3, image/jpeg', ['jpeg', 'webp', 'avif']],
    ['AVIF refused', 'image/avif;q=0,image/webp', ['webp', 'jpeg']],
    ['only AVIF', 'image/avif', ['avif', 'jpeg']],
    ['upper case and spaces', ' IMAGE/AVIF ; Q=1 , image/jpeg;q=0.1', ['avif', 'jpeg']],
    ['nonsense', ';;,,q=2,image/webp;q=nine', ['jpeg']],
  ])('serves %s', (_, accept, expected) => {
    expect(formats(accept)).toEqual(expected);
  });

  it('tells equal weights apart from a preference', () => {
    const [first, second] = negotiateFormat('image/avif,image/webp,*/*;q=0.8');
    expect(first).toEqual({ format: 'avif', quality: 1 });
    expect(second).toEqual({ format: 'webp', quality: 1 });
  });
});
