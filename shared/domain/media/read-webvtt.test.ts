import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWebvtt } from './read-webvtt.ts';

const FILM_SECONDS = 10;
const read = (text: string) => readWebvtt(text, FILM_SECONDS);

describe('readWebvtt', () => {
  it('keeps cues with their names, settings and text, and writes times in full', () => {
    const text = 'WEBVTT - mine\nX: y\n\nfirst\n00:01.000 --> 00:02.500 line:80% align:start\n<i>Hello</i>\nworld\n';
    const value = 'WEBVTT\n\nfirst\n00:00:01.000 --> 00:00:02.500 line:80% align:start\n<i>Hello</i>\nworld\n';
    expect(read(text)).toEqual({ ok: true, value });
    expect(read(value)).toEqual({ ok: true, value });
  });

  it('ends a cue that never ends with the last time that can be written', () => {
    for (const end of ['99999999999:00:00.000', '24:00:00.500']) {
      expect(read(`WEBVTT\n\n00:01.000 --> ${end}\nHi`)).toEqual({
        ok: true,
        value: 'WEBVTT\n\n00:00:01.000 --> 23:59:59.999\nHi\n',
      });
    }
  });

  it('takes a byte order mark and the line ends of other systems', () => {
    expect(read('\ufeffWEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nHi\r\n')).toMatchObject({ ok: true });
    expect(read('WEBVTT\r\r00:01.000 --> 00:02.000\rHi')).toMatchObject({ ok: true });
  });

  it('leaves out comments, styles, regions and settings that nobody knows', () => {
    const text =
      'WEBVTT\n\nNOTE by Anna, secret\n\nSTYLE\n::cue { background: url(https://evil.example) }\n\nREGION\nid:a\n\n' +
      '00:01.000 --> 00:02.000 region:a evil:url(x) size:50%\nHi';
    expect(read(text)).toEqual({ ok: true, value: 'WEBVTT\n\n00:00:01.000 --> 00:00:02.000 size:50%\nHi\n' });
  });

  it.each([
    ['', 1, 'begins with WEBVTT'],
    ['1\n00:00:01,000 --> 00:00:02,000\nSubRip', 1, 'begins with WEBVTT'],
    ['WEBVTTX', 1, 'begins with WEBVTT'],
    ['WEBVTT\n', 2, 'has no cue'],
    ['WEBVTT\n\njust words', 3, 'is no cue'],
    ['WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nA comma', 3, 'is no cue'],
    ['WEBVTT\n\n1\n00:61.000 --> 00:62.000\nHi', 4, 'is no cue'],
    ['WEBVTT\n\n00:02.000 --> 00:01.000\nHi', 3, 'ends before it starts'],
    ['WEBVTT\n\n00:10.000 --> 00:11.000\nHi', 3, "starts after the film's end (10 s)"],
    [`WEBVTT\n\n${'00:01.000 --> 00:02.000\nx\n\n'.repeat(2_001)}`, 6_003, 'has at most 2000 cues'],
  ])('refuses %j', (text, line, message) => {
    expect(read(text)).toMatchObject({ ok: false, line, message: expect.stringContaining(message) });
  });

  it('comes to an end on any text, and what it answers reads the same again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const once = read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`);
        if (once.ok) expect(read(once.value)).toEqual(once);
      }),
    );
  });
});
