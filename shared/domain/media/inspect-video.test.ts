import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectVideo } from './inspect-video.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));
const inspect = (bytes: Uint8Array) => inspectVideo(async (start, end) => bytes.slice(start, end), bytes.length);
const code = async (bytes: Uint8Array) => {
  const reading = await inspect(bytes);
  return reading.ok ? 'ok' : reading.code;
};

describe('inspectVideo', () => {
  it.each([
    ['tiny.mp4', 'video/mp4', 96, 64, 1_000],
    ['tiny.mov', 'video/quicktime', 96, 64, 1_000],
    ['tiny.webm', 'video/webm', 96, 64, 1_000],
    ['a-minute.mp4', 'video/mp4', 32, 32, 60_000],
    ['turned.mp4', 'video/mp4', 64, 96, 1_000],
    ['fragmented.mp4', 'video/mp4', 96, 64, 1_000],
    ['hevc.mp4', 'video/mp4', 64, 48, 1_000],
    // Recorded live: nothing says a length, the last frame does.
    ['live.webm', 'video/webm', 96, 64, 900],
  ])('reads %s', async (name, contentType, width, height, durationMs) => {
    expect(await inspect(fixture(name))).toMatchObject({ ok: true, value: { contentType, width, height, durationMs } });
  });

  it.each(['tiny.mp4', 'tiny.mov'])('knows a cut %s wherever it is cut', async (name) => {
    const bytes = fixture(name);
    for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 0.99]) {
      expect(await code(bytes.subarray(0, Math.floor(bytes.length * share)))).toBe('truncated');
    }
  });

  it.each(['tiny.webm', 'live.webm'])('knows a cut %s wherever it is cut in its frames', async (name) => {
    const bytes = fixture(name);
    for (const share of [0.3, 0.6, 0.9]) {
      expect(await code(bytes.subarray(0, Math.floor(bytes.length * share)))).not.toBe('ok');
    }
  });

  it('reads a long film in few pieces, whatever its size', async () => {
    let [reads, most] = [0, 0];
    const bytes = fixture('a-minute.mp4');
    const size = bytes.length + 200 * 1_048_576;
    // The same film with 200 MB of free space behind it, which nobody has to read.
    const free = new Uint8Array([...new Uint8Array(new Uint32Array([0]).buffer), 0x66, 0x72, 0x65, 0x65]);
    const read = async (start: number, end: number) => {
      reads += 1;
      most = Math.max(most, end - start);
      const piece = new Uint8Array(end - start);
      piece.set(bytes.subarray(start, end).subarray(0, piece.length));
      if (start <= bytes.length && end >= bytes.length + 8) piece.set(free, bytes.length - start);
      return piece;
    };
    expect((await inspectVideo(read, size)).ok).toBe(true);
    expect(reads).toBeLessThan(5);
    expect(most).toBeLessThan(1_048_576);
  });

  it.each(['tiny.mp4', 'tiny.mov', 'tiny.webm', 'live.webm', 'fragmented.mp4', 'subtitled.mp4'])(
    'comes to an end on any damage to %s',
    async (name) => {
      const bytes = fixture(name);
      await fc.assert(
        fc.asyncProperty(
          fc.nat(bytes.length - 1),
          fc.uint8Array({ minLength: 1, maxLength: 200 }),
          async (at, noise) => {
            const damaged = bytes.slice();
            damaged.set(noise.subarray(0, bytes.length - at), at);
            expect(typeof (await inspect(damaged)).ok).toBe('boolean');
          },
        ),
        { numRuns: 500 },
      );
    },
  );
});
