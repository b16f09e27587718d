import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Patch } from './film.ts';
import { inspectVideo } from './inspect-video.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));
const inspect = (bytes: Uint8Array) => inspectVideo(async (start, end) => bytes.slice(start, end), bytes.length);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const PRIVATE = /48\.8584|secret|Rimcam|Lavf|Handler|FFMP/;

function patched(bytes: Uint8Array, patches: readonly Patch[]): Uint8Array {
  const copy = bytes.slice();
  for (const { at, length, head = [] } of patches) {
    copy.fill(0, at, at + length);
    copy.set(head, at);
  }
  return copy;
}

describe('what is served of a film', () => {
  it.each(['located.mp4', 'located.mov', 'tagged.webm', 'subtitled.mp4', 'fragmented.mp4', 'live.webm'])(
    'says of %s nothing but the film',
    async (name) => {
      const bytes = fixture(name);
      expect(text(bytes)).toMatch(PRIVATE);
      const reading = await inspect(bytes);
      if (!reading.ok) throw new Error(reading.code);
      const bare = patched(bytes, reading.value.patches);
      expect(bare.length).toBe(bytes.length);
      expect(text(bare)).not.toMatch(PRIVATE);
      const { patches: _, ...facts } = reading.value;
      expect(await inspect(bare)).toMatchObject({ ok: true, value: facts });
    },
  );

  it('leaves every byte of the frames alone', async () => {
    const bytes = fixture('located.mp4');
    const reading = await inspect(bytes);
    if (!reading.ok) throw new Error(reading.code);
    const bare = patched(bytes, reading.value.patches);
    const from = text(bytes).indexOf('mdat');
    const to = text(bytes).indexOf('moov') - 4;
    expect(bare.subarray(from, to)).toEqual(bytes.subarray(from, to));
  });
});
