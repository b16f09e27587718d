import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectPhoto, MAX_SIDE } from './inspect-photo.ts';
import { uprightSize } from './photo-facts.ts';

const MAX_PIXELS = 80_000_000;
const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));
const inspect = (bytes: Uint8Array) => inspectPhoto(bytes, MAX_PIXELS);
const code = (bytes: Uint8Array) => {
  const reading = inspect(bytes);
  return reading.ok ? 'ok' : reading.code;
};

/** Sets a 32-bit big-endian number. */
function patch(bytes: Uint8Array, at: number, value: number, size: 2 | 4): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  if (size === 4) view.setUint32(at, value);
  else view.setUint16(at, value);
  return copy;
}

function indexOfBytes(bytes: Uint8Array, sequence: number[]): number {
  return bytes.findIndex((_, at) => sequence.every((byte, offset) => bytes[at + offset] === byte));
}

describe('inspectPhoto on good files', () => {
  it.each([
    ['large.jpg', 'image/jpeg', 768, 512, 1],
    ['progressive.jpg', 'image/jpeg', 768, 512, 1],
    ['grey.jpg', 'image/jpeg', 768, 512, 1],
    ['cmyk.jpg', 'image/jpeg', 768, 512, 1],
    ['alpha.png', 'image/png', 96, 64, 1],
    ['palette.png', 'image/png', 96, 64, 1],
    ['sixteen-bit.png', 'image/png', 96, 64, 1],
    ['interlaced.png', 'image/png', 96, 64, 1],
    ['lossy.webp', 'image/webp', 96, 64, 1],
    ['lossless.webp', 'image/webp', 96, 64, 1],
    ['alpha.webp', 'image/webp', 96, 64, 1],
    ['animated.webp', 'image/webp', 96, 64, 2],
    ['still.gif', 'image/gif', 96, 64, 1],
    ['animated.gif', 'image/gif', 96, 64, 2],
    ['photo.avif', 'image/avif', 96, 64, 1],
    ['photo.heic', 'image/heic', 96, 64, 1],
    ['large.heic', 'image/heic', 768, 512, 1],
  ])('reads %s', (name, contentType, width, height, frames) => {
    const reading = inspect(fixture(name));
    expect(reading).toMatchObject({ ok: true, value: { contentType, frames } });
    if (reading.ok) expect(uprightSize(reading.value)).toEqual({ width, height });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('reads EXIF orientation %i and the upright size', (orientation) => {
    const reading = inspect(fixture(`orientation-${orientation}.jpg`));
    expect(reading).toMatchObject({ ok: true, value: { orientation } });
    if (reading.ok) expect(uprightSize(reading.value)).toEqual({ width: 96, height: 64 });
  });

  it('ignores what follows the end of a JPEG: phones append previews and films', () => {
    const jpeg = fixture('large.jpg');
    const polyglot = new Uint8Array(jpeg.length + 40);
    polyglot.set(jpeg);
    polyglot.set(new TextEncoder().encode('<script>alert(1)</script>PK\x03\x04'), jpeg.length);
    expect(code(polyglot)).toBe('ok');
  });
});

describe('inspectPhoto on hostile files', () => {
  it.each([
    ['nothing', new Uint8Array(0), 'empty-file'],
    ['text', new TextEncoder().encode('hello, this is not a photo at all'), 'unsupported-content'],
    ['zeros', new Uint8Array(4_096), 'unsupported-content'],
    ['a page', new TextEncoder().encode('<!DOCTYPE html><script>alert(1)</script>'), 'unsupported-content'],
    ['an SVG', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'svg-refused'],
    ['an SVG after XML', new TextEncoder().encode('\ufeff <?xml version="1.0"?><svg/>'), 'svg-refused'],
    ['a program', new TextEncoder().encode('\x7fELF\x02\x01\x01'), 'unsupported-content'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\n'), 'unsupported-content'],
    ['an MP4', fixture('tiny.mp4'), 'wrong-kind'],
    ['a MOV', fixture('tiny.mov'), 'wrong-kind'],
    ['a WebM', fixture('tiny.webm'), 'wrong-kind'],
    ['only a JPEG signature', new Uint8Array([0xff, 0xd8, 0xff]), 'truncated'],
    ['a JPEG without pixels', new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), 'corrupt'],
    ['a GIF header and a page', new TextEncoder().encode('GIF89a/*<script>alert(1)</script>*/=1;'), 'corrupt'],
  ])('refuses %s', (_, bytes, expected) => {
    expect(code(bytes)).toBe(expected);
  });

  it('refuses a PNG that is a few bytes on disk and gigapixels in memory', () => {
    const bomb = patch(patch(fixture('alpha.png'), 16, 60_000, 4), 20, 60_000, 4);
    expect(code(bomb)).toBe('too-many-pixels');
  });

  it('refuses giant dimensions in a JPEG, a GIF and an AVIF', () => {
    const jpeg = fixture('large.jpg');
    const frame = indexOfBytes(jpeg, [0xff, 0xc0]);
    expect(code(patch(patch(jpeg, frame + 5, 65_500, 2), frame + 7, 65_500, 2))).toBe('too-many-pixels');
    expect(code(patch(patch(fixture('still.gif'), 6, 0xffff, 2), 8, 0xffff, 2))).toBe('too-many-pixels');
    const avif = fixture('photo.avif');
    const ispe = indexOfBytes(avif, [...new TextEncoder().encode('ispe')]);
    expect(code(patch(patch(avif, ispe + 8, 50_000, 4), ispe + 12, 50_000, 4))).toBe('too-many-pixels');
  });

  it('holds the limit at both sides', () => {
    const at = (width: number, height: number, maxPixels: number) =>
      inspectPhoto(patch(patch(fixture('alpha.png'), 16, width, 4), 20, height, 4), maxPixels).ok;
    expect(at(1_000, 1_000, 1_000_000)).toBe(true);
    expect(at(1_000, 1_001, 1_000_000)).toBe(false);
    expect(at(MAX_SIDE, 1, MAX_PIXELS)).toBe(true);
    expect(at(MAX_SIDE + 1, 1, MAX_PIXELS)).toBe(false);
  });

  it('refuses sides of zero', () => {
    expect(code(patch(fixture('alpha.png'), 16, 0, 4))).toBe('corrupt');
    expect(code(patch(fixture('still.gif'), 6, 0, 2))).toBe('corrupt');
  });

  it.each([
    'large.jpg',
    'progressive.jpg',
    'alpha.png',
    'lossy.webp',
    'lossless.webp',
    'still.gif',
    'photo.avif',
    'photo.heic',
  ])('never takes a cut %s for whole, and never throws', (name) => {
    const bytes = fixture(name);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(inspect(bytes.subarray(0, length)).ok).toBe(false);
      }),
    );
  });

  it('answers something for any bytes after any signature', () => {
    const signatures = ['large.jpg', 'alpha.png', 'still.gif', 'lossy.webp', 'photo.avif', 'photo.heic'].map((name) =>
      fixture(name).subarray(0, 32),
    );
    fc.assert(
      fc.property(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 400 }), (signature, rest) => {
        const bytes = new Uint8Array([...signature, ...rest]);
        expect(typeof inspect(bytes).ok).toBe('boolean');
      }),
      { numRuns: 2_000 },
    );
  });
});
