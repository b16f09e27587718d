import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectPhoto } from './inspect-photo.ts';
import type { MediaErrorCode } from './media-errors.ts';

const FOLDER = 'tests/fixtures/media';
const MAX_PIXELS = 80_000_000;
const fixture = (name: string) => new Uint8Array(readFileSync(`${FOLDER}/${name}`));
const ascii = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => new Uint8Array(parts.flatMap((part) => [...part]));
const photos = readdirSync(FOLDER).filter((name) => /\.(jpg|png|webp|avif|gif|heic)$/.test(name));

type Case<Verdict> = [name: string, bytes: Uint8Array, verdict: Verdict];

/** Sets a number at an offset, big-endian unless it is a GIF. */
function patched(name: string, at: number, value: number, size: 2 | 4, littleEndian = false): Uint8Array {
  const copy = fixture(name);
  const view = new DataView(copy.buffer);
  if (size === 2) view.setUint16(at, value, littleEndian);
  else view.setUint32(at, value, littleEndian);
  return copy;
}

function indexOf(bytes: Uint8Array, text: string): number {
  return Buffer.from(bytes).indexOf(Buffer.from(text, 'latin1'));
}

/** Payloads that ride behind a whole picture: they are ignored here and never served, for variants are encoded anew. */
const RIDERS: Record<string, Uint8Array> = {
  script: ascii('<script>alert(1)</script>'),
  zip: ascii('PK\x03\x04evil.exe'),
  php: ascii('<?php system($_GET["c"]); ?>'),
  zeros: new Uint8Array(64),
};

function validCases(): Case<'ok'>[] {
  const plain: Case<'ok'>[] = photos.map((name) => [name, fixture(name), 'ok']);
  const ridden = photos
    .filter((name) => /\.(jpg|png|gif)$/.test(name))
    .flatMap((name) =>
      Object.entries(RIDERS).map(
        ([rider, bytes]): Case<'ok'> => [`${name} + ${rider}`, join(fixture(name), bytes), 'ok'],
      ),
    );
  return [...plain, ...ridden];
}

/** A file that is cut, at several places. */
function cutCases(): Case<MediaErrorCode>[] {
  return [
    'large.jpg',
    'progressive.jpg',
    'cmyk.jpg',
    'alpha.png',
    'palette.png',
    'still.gif',
    'lossy.webp',
    'photo.avif',
  ].flatMap((name) =>
    [0.5, 0.8, 0.95].map((share): Case<MediaErrorCode> => {
      const bytes = fixture(name);
      return [`${name} cut at ${share * 100} %`, bytes.subarray(0, Math.floor(bytes.length * share)), 'truncated'];
    }),
  );
}

/** Files whose headers claim what no decoder could hold, or nothing at all. */
function lyingCases(): Case<MediaErrorCode>[] {
  const cases: Case<MediaErrorCode>[] = [];
  for (const name of ['alpha.png', 'palette.png', 'sixteen-bit.png', 'interlaced.png']) {
    cases.push([`${name} 100,000 wide`, patched(name, 16, 100_000, 4), 'too-many-pixels']);
    cases.push([`${name} 4 billion high`, patched(name, 20, 0xffffffff, 4), 'too-many-pixels']);
    cases.push([`${name} of no width`, patched(name, 16, 0, 4), 'corrupt']);
  }
  for (const name of ['still.gif', 'animated.gif']) {
    cases.push([`${name} 65,535 wide`, patched(name, 6, 0xffff, 2, true), 'too-many-pixels']);
    cases.push([`${name} of no height`, patched(name, 8, 0, 2, true), 'corrupt']);
  }
  for (const [name, marker] of [
    ['large.jpg', '\xff\xc0'],
    ['grey.jpg', '\xff\xc0'],
    ['progressive.jpg', '\xff\xc2'],
  ] as const) {
    const frame = indexOf(fixture(name), marker);
    cases.push([`${name} 65,500 high`, patched(name, frame + 5, 65_500, 2), 'too-many-pixels']);
    cases.push([`${name} of no width`, patched(name, frame + 7, 0, 2), 'corrupt']);
  }
  for (const name of ['photo.avif', 'photo.heic', 'large.heic']) {
    const ispe = indexOf(fixture(name), 'ispe');
    cases.push([`${name} 90,000 wide`, patched(name, ispe + 8, 90_000, 4), 'too-many-pixels']);
    cases.push([`${name} of no height`, patched(name, ispe + 12, 0, 4), 'corrupt']);
  }
  return cases;
}

/** Files that are no photos, whatever they call themselves. */
function otherCases(): Case<MediaErrorCode>[] {
  return [
    ['nothing', new Uint8Array(), 'empty-file'],
    ['one zero', new Uint8Array(1), 'unsupported-content'],
    ['a megabyte of zeros', new Uint8Array(1_048_576), 'unsupported-content'],
    ['text', ascii('just some words'), 'unsupported-content'],
    ['a page', ascii('<!doctype html><script>alert(1)</script>'), 'unsupported-content'],
    ['JSON', ascii('{"image": true}'), 'unsupported-content'],
    ['a PDF', ascii('%PDF-1.7'), 'unsupported-content'],
    ['a ZIP', ascii('PK\x03\x04'), 'unsupported-content'],
    ['a program', ascii('\x7fELF\x02'), 'unsupported-content'],
    ['a Windows program', ascii('MZ\x90'), 'unsupported-content'],
    ['a TIFF', ascii('II*\0\x08\0\0\0'), 'unsupported-content'],
    ['a BMP', ascii('BM\x36\0\0\0'), 'unsupported-content'],
    ['a Photoshop file', ascii('8BPS\0\x01'), 'unsupported-content'],
    ['a script in a GIF header', ascii('GIF89a=1;alert(1)//'), 'corrupt'],
    ['an SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'svg-refused'],
    ['an SVG with a script', ascii('<svg><script>alert(1)</script></svg>'), 'svg-refused'],
    ['an SVG behind XML', ascii('<?xml version="1.0"?><svg/>'), 'svg-refused'],
    ['an SVG behind a comment', ascii('<!-- x --><svg/>'), 'svg-refused'],
    ['an SVG with entities', ascii('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>'), 'svg-refused'],
    ['an MP4', fixture('tiny.mp4'), 'wrong-kind'],
    ['a MOV', fixture('tiny.mov'), 'wrong-kind'],
    ['a WebM', fixture('tiny.webm'), 'wrong-kind'],
    ['a JPEG of markers only', new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), 'corrupt'],
    ['a lossless JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xc3, 0, 4, 8, 8, 0xff, 0xd9]), 'unsupported-encoding'],
    ['a PNG without a header', join(fixture('alpha.png').subarray(0, 8), ascii('\0\0\0\x04IDATxxxxcrc!')), 'corrupt'],
    [
      'a RIFF that ends in itself',
      join(ascii('RIFF'), new Uint8Array([0xff, 0xff, 0xff, 0x7f]), ascii('WEBPVP8 ')),
      'truncated',
    ],
  ];
}

const valid = validCases();
const hostile = [...cutCases(), ...lyingCases(), ...otherCases()];

describe('the corpus', () => {
  it('has at least 60 valid and 60 hostile files', () => {
    expect(valid.length).toBeGreaterThanOrEqual(60);
    expect(hostile.length).toBeGreaterThanOrEqual(60);
  });

  it.each([...valid, ...hostile])('%s', (_, bytes, verdict) => {
    const reading = inspectPhoto(bytes, MAX_PIXELS);
    expect(reading.ok ? 'ok' : reading.code).toBe(verdict);
  });
});
