import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inspectVideo } from './inspect-video.ts';
import type { MediaErrorCode } from './media-errors.ts';

type Case = [name: string, bytes: Uint8Array, verdict: 'ok' | MediaErrorCode];

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));
const ascii = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
const indexOf = (bytes: Uint8Array, text: string) => Buffer.from(bytes).indexOf(Buffer.from(text, 'latin1'));

/** Writes numbers of four bytes, big-endian, at an offset from a box's name. */
function patched(name: string, box: string, changes: Record<number, number>): Uint8Array {
  const copy = fixture(name);
  const view = new DataView(copy.buffer);
  const at = indexOf(copy, box);
  for (const [offset, value] of Object.entries(changes)) view.setUint32(at + Number(offset), value);
  return copy;
}

function renamed(name: string, from: string, to: string): Uint8Array {
  const copy = fixture(name);
  copy.set(ascii(to), indexOf(copy, from));
  return copy;
}

const box = (name: string, body: Uint8Array) => {
  const header = new Uint8Array(8);
  new DataView(header.buffer).setUint32(0, body.length + 8);
  header.set(ascii(name), 4);
  return join(header, body);
};

const GOOD = [
  'tiny.mp4',
  'tiny.mov',
  'tiny.webm',
  'a-minute.mp4',
  'turned.mp4',
  'fragmented.mp4',
  'live.webm',
  'hevc.mp4',
  'located.mp4',
  'located.mov',
  'tagged.webm',
  'subtitled.mp4',
];

const valid: Case[] = [
  ...GOOD.map((name): Case => [name, fixture(name), 'ok']),
  ['a film with a box that nobody knows', join(fixture('tiny.mp4'), box('evil', ascii('<script>'))), 'ok'],
  ['a film with an XMP packet', join(fixture('tiny.mp4'), box('uuid', ascii('<x:xmpmeta>48.8584'))), 'ok'],
  ['a WebM with a page behind it', join(fixture('tiny.webm'), ascii('<script>alert(1)</script>')), 'ok'],
  // A film that says less than it holds is as long as what it holds.
  ['a film of a second that calls itself shorter', patched('tiny.mp4', 'mvhd', { 20: 1 }), 'ok'],
];

const cut: Case[] = [
  'tiny.mp4',
  'tiny.mov',
  'fragmented.mp4',
  'hevc.mp4',
  'tiny.webm',
  'live.webm',
  'a-minute.mp4',
].flatMap((name) =>
  [0.4, 0.7, 0.9].map((share): Case => {
    const bytes = fixture(name);
    return [`${name} cut at ${share * 100} %`, bytes.subarray(0, Math.floor(bytes.length * share)), 'truncated'];
  }),
);

const hostile: Case[] = [
  ...cut,
  ['nothing', new Uint8Array(), 'empty-file'],
  ['one zero', new Uint8Array(1), 'unsupported-content'],
  ['a megabyte of zeros', new Uint8Array(1_048_576), 'unsupported-content'],
  ['text', ascii('no film at all'), 'unsupported-content'],
  ['a page', ascii('<!doctype html><video>'), 'unsupported-content'],
  ['an AVI', ascii('RIFF\x10\0\0\0AVI LIST'), 'unsupported-content'],
  ['an MPEG stream', new Uint8Array([0, 0, 1, 0xba, 0x44, 0, 4, 0]), 'unsupported-content'],
  ['a transport stream', new Uint8Array(188).fill(0x47, 0, 1), 'unsupported-content'],
  ['a Matroska file', renamed('tiny.webm', 'webm', 'mtrs'), 'unsupported-content'],
  ['an SVG', ascii('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'svg-refused'],
  ['a JPEG', fixture('large.jpg'), 'wrong-kind'],
  ['a HEIC', fixture('photo.heic'), 'wrong-kind'],
  ['an animated GIF', fixture('animated.gif'), 'wrong-kind'],
  ['an AVIF', fixture('photo.avif'), 'wrong-kind'],
  ['sound as MP4', fixture('audio-only.mp4'), 'no-video-track'],
  ['sound as WebM', fixture('audio-only.webm'), 'no-video-track'],
  ['62 seconds as MP4', fixture('too-long.mp4'), 'too-long'],
  ['62 seconds as WebM, recorded live', fixture('too-long-live.webm'), 'too-long'],
  ['62 seconds that call themselves one', patched('too-long.mp4', 'mvhd', { 20: 1_000 }), 'too-long'],
  ['a second that calls itself a day', patched('tiny.mp4', 'mvhd', { 20: 86_400_000 }), 'too-long'],
  ['encrypted', fixture('encrypted.mp4'), 'encrypted'],
  ['MPEG-4 part 2', fixture('old-codec.mp4'), 'unsupported-codec'],
  ['Motion JPEG', fixture('motion-jpeg.mov'), 'unsupported-codec'],
  ['a codec nobody knows', renamed('tiny.mp4', 'avc1\0', 'zzzz'), 'unsupported-codec'],
  ['a WebM of another codec', renamed('tiny.webm', 'V_VP', 'V_XX'), 'unsupported-codec'],
  ['30,000 pixels wide', patched('tiny.mp4', 'tkhd', { 80: 30_000 * 65_536 }), 'too-many-pixels'],
  ['16,384 pixels wide for its decoder only', patched('tiny.mp4', 'avc1\0', { 28: 0x40004000 }), 'too-many-pixels'],
  ['of no width at all', patched('tiny.mp4', 'avc1\0', { 28: 0 }), 'ok'],
  ['of no time scale', patched('tiny.mp4', 'mvhd', { 16: 0 }), 'ok'],
  ['with samples in another file', patched('tiny.mp4', 'url ', { 4: 0 }), 'unsupported-encoding'],
  ['with an index of 4 GB', patched('tiny.mp4', 'moov', { '-4': 0xfffffff0 }), 'truncated'],
  ['with a box of one byte', patched('tiny.mp4', 'mvhd', { '-4': 1 }), 'corrupt'],
  ['with a box that is longer than what holds it', patched('tiny.mp4', 'tkhd', { '-4': 0x00ffffff }), 'corrupt'],
  ['with 4 billion durations', patched('tiny.mp4', 'stts', { 8: 0xffffffff }), 'corrupt'],
  ['with 4 billion chunks of hidden samples', patchedHidden(), 'corrupt'],
  ['without an index', renamed('tiny.mp4', 'moov', 'free'), 'truncated'],
  ['without a header', renamed('tiny.mp4', 'mvhd', 'free'), 'corrupt'],
  ['with a track of no media', renamed('tiny.mp4', 'mdia', 'free'), 'corrupt'],
  ['a type and nothing else', fixture('tiny.mp4').subarray(0, 32), 'truncated'],
  ['2,001 empty boxes', join(...Array.from({ length: 2_001 }, () => box('free', new Uint8Array()))), 'corrupt'],
  ['a WebM of noise behind its head', fixture('tiny.webm').fill(0x55, 64), 'corrupt'],
  ['a WebM of ones behind its head', fixture('tiny.webm').fill(0xff, 64), 'corrupt'],
  ['a WebM without a segment', fixture('tiny.webm').subarray(0, 36), 'corrupt'],
  ['a WebM with a subtitle track that could say anything', subtitledWebm(), 'unsupported-encoding'],
  [
    'a head of a WebM, then a page',
    join(fixture('tiny.webm').subarray(0, 48), ascii('<script>'.repeat(99))),
    'truncated',
  ],
];

function patchedHidden(): Uint8Array {
  const bytes = fixture('subtitled.mp4');
  const at = Buffer.from(bytes).lastIndexOf('stco');
  new DataView(bytes.buffer).setUint32(at + 8, 0xffffffff);
  return bytes;
}

/** The picture track's type, 1, becomes 17. */
function subtitledWebm(): Uint8Array {
  const bytes = fixture('tiny.webm');
  const at = Buffer.from(bytes).indexOf(Buffer.from([0x83, 0x81, 0x01]));
  bytes[at + 2] = 17;
  return bytes;
}

describe('the corpus of films', () => {
  it.each([...valid, ...hostile])('%s', async (_, bytes, verdict) => {
    const reading = await inspectVideo(async (start, end) => bytes.slice(start, end), bytes.length);
    expect(reading.ok ? 'ok' : reading.code).toBe(verdict);
  });
});
