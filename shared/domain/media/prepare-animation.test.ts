import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanGif } from './clean-gif.ts';
import { cleanWebp } from './clean-webp.ts';
import { inspectPhoto } from './inspect-photo.ts';
import { joinBytes } from './join-bytes.ts';
import { prepareAnimation } from './prepare-animation.ts';
import { sampleFrames } from './sample-frames.ts';

const text = new TextEncoder();
const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));
const LIMITS = { MAX_ANIMATION_BYTES: 8_388_608, MAX_ANIMATION_PIXELS: 250_000_000 };
const GIF_HEADER = 13;

function factsOf(bytes: Uint8Array) {
  const reading = inspectPhoto(bytes, 1e9);
  if (!reading.ok) throw new Error(reading.code);
  return reading.value;
}

/** A GIF with blocks between its palette and its frames. */
function withBlocks(gif: Uint8Array, ...blocks: Uint8Array[]): Uint8Array {
  const at = GIF_HEADER + ((gif[10] ?? 0) & 0x80 ? 3 * 2 ** (((gif[10] ?? 0) & 7) + 1) : 0);
  return joinBytes([gif.subarray(0, at), ...blocks, gif.subarray(at)]);
}

const extension = (label: number, ...parts: string[]) =>
  joinBytes([
    Uint8Array.of(0x21, label),
    ...parts.map((part) => joinBytes([Uint8Array.of(part.length), text.encode(part)])),
    Uint8Array.of(0),
  ]);

/** A WebP with chunks at its end, its length set right. */
function withChunks(webp: Uint8Array, ...chunks: [string, string][]): Uint8Array<ArrayBuffer> {
  const file = joinBytes([
    webp,
    ...chunks.map(([name, data]) => {
      const padded = data.length % 2 === 0 ? data : `${data}\0`;
      const length = new Uint8Array(4);
      new DataView(length.buffer).setUint32(0, data.length, true);
      return joinBytes([text.encode(name), length, text.encode(padded)]);
    }),
  ]);
  new DataView(file.buffer).setUint32(4, file.length - 8, true);
  return file;
}

const holds = (bytes: Uint8Array | null, word: string) =>
  new TextDecoder('latin1').decode(bytes ?? undefined).includes(word);

describe('an animated GIF', () => {
  const gif = fixture('animated.gif');

  it('keeps its screen, palette, timing, repetition and frames', () => {
    const cleaned = cleanGif(gif);
    expect(cleaned && factsOf(cleaned)).toEqual(factsOf(gif));
    expect(holds(cleaned, 'NETSCAPE2.0')).toBe(true);
    expect(cleaned && cleanGif(cleaned)).toEqual(cleaned);
  });

  it('loses comments, texts, XMP, profiles, and what follows its end', () => {
    const full = joinBytes([
      withBlocks(
        gif,
        extension(0xfe, 'secret comment', 'secret more'),
        extension(0x01, 'secret text12', 'secret shown'),
        extension(0xff, 'XMP DataXMP', 'secret xmp'),
        extension(0xff, 'ICCRGBG1012', 'secret profile'),
        extension(0xff, 'NETSCAPE2.0', 'secret loop'),
      ),
      text.encode('<script>secret tail</script>'),
    ]);
    expect(factsOf(full).frames).toBe(2);
    const cleaned = cleanGif(full);
    expect(cleaned).toEqual(cleanGif(gif));
    expect(holds(cleaned, 'secret')).toBe(false);
  });

  it('is refused with a frame outside its screen', () => {
    const moved = gif.slice();
    const at = moved.indexOf(0x2c, GIF_HEADER + 6);
    const screen = new DataView(moved.buffer).getUint16(6, true);
    new DataView(moved.buffer).setUint16(at + 1, screen, true);
    expect(prepareAnimation(moved, factsOf(moved), LIMITS)).toEqual({ ok: false, code: 'unsupported-encoding' });
  });
});

describe('an animated WebP', () => {
  const webp = fixture('animated.webp');

  it('keeps its canvas and frames, and loses EXIF, XMP and unknown chunks', () => {
    const full = withChunks(webp, ['EXIF', 'secret exif'], ['XMP ', 'secret xmp'], ['SECR', 'secret']);
    // The flags that announce them.
    full[20] = (full[20] ?? 0) | 0x0c;
    const cleaned = cleanWebp(full);
    expect(cleaned && factsOf(cleaned)).toEqual(factsOf(webp));
    expect(cleaned).toEqual(cleanWebp(webp));
    expect(holds(cleaned, 'secret')).toBe(false);
    expect((cleaned?.[20] ?? 0) & 0x0c).toBe(0);
  });

  it('is refused with a frame of another size than its picture', () => {
    const lying = webp.slice();
    const at = new TextDecoder('latin1').decode(lying).indexOf('ANMF') + 8;
    lying[at + 6] = 3;
    expect(cleanWebp(lying)).toBeNull();
  });
});

describe('sampled frames', () => {
  it.each(['animated.gif', 'animated.webp'])('of %s are stills: the last one, and some between', (name) => {
    const bytes = fixture(name);
    const prepared = prepareAnimation(bytes, factsOf(bytes), LIMITS);
    const frames = prepared.ok && prepared.value ? sampleFrames(prepared.value) : [];
    expect(frames.map((frame) => factsOf(frame))).toEqual([{ ...factsOf(bytes), frames: 1 }]);
  });
});

describe('limits of animations', () => {
  const gif = fixture('animated.gif');
  const facts = factsOf(gif);
  const pixels = facts.width * facts.height * facts.frames;

  it('count bytes and the pixels of all frames, on both sides', () => {
    const exact = { MAX_ANIMATION_BYTES: gif.length, MAX_ANIMATION_PIXELS: pixels };
    expect(prepareAnimation(gif, facts, exact)).toMatchObject({ ok: true, value: { contentType: 'image/gif' } });
    for (const limits of [
      { ...exact, MAX_ANIMATION_BYTES: gif.length - 1 },
      { ...exact, MAX_ANIMATION_PIXELS: pixels - 1 },
    ]) {
      expect(prepareAnimation(gif, facts, limits)).toEqual({ ok: false, code: 'animation-too-large' });
    }
  });

  it('leave stills alone, whatever their size', () => {
    const none = { MAX_ANIMATION_BYTES: 1, MAX_ANIMATION_PIXELS: 1 };
    for (const name of ['still.gif', 'lossy.webp', 'large.jpg']) {
      const bytes = fixture(name);
      expect(prepareAnimation(bytes, factsOf(bytes), none)).toEqual({ ok: true, value: null });
    }
  });
});
