import { readFileSync } from 'node:fs';
import exifr from 'exifr';
import { describe, expect, it } from 'vitest';
import { inspectPhoto } from './inspect-photo.ts';
import { stripMetadata } from './strip-metadata.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/media/${name}`));
const SECRETS = ['secret', 'SECRET', 'Rimcam', 'GPS', 'xpacket', 'Exif', 'Photoshop'];
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const everything = { tiff: true, exif: true, gps: true, xmp: true, iptc: true, mergeOutput: false };

describe('stripMetadata', () => {
  it('leaves nothing of a camera JPEG but the picture', async () => {
    const original = fixture('orientation-6.jpg');
    expect(await exifr.gps(original)).toMatchObject({ latitude: expect.closeTo(48.8584, 3) });
    const bare = stripMetadata(original, 'jpeg');
    expect(await exifr.parse(bare, everything)).toBeUndefined();
    for (const secret of SECRETS) expect(text(bare)).not.toContain(secret);
    expect(inspectPhoto(bare, 1e6)).toMatchObject({ ok: true, value: { width: 64, height: 96, orientation: 1 } });
  });

  it('leaves nothing of a WebP but the picture', () => {
    const original = fixture('lossy.webp');
    expect(text(original)).toContain('secret');
    const bare = stripMetadata(original, 'webp');
    for (const secret of [...SECRETS, 'EXIF', 'XMP ']) expect(text(bare)).not.toContain(secret);
    expect(inspectPhoto(bare, 1e6)).toMatchObject({ ok: true, value: { width: 96, height: 64 } });
  });

  it('blanks the metadata items of an AVIF and moves nothing', () => {
    const original = fixture('tagged.avif');
    expect(text(original)).toContain('Rimcam');
    const bare = stripMetadata(original, 'avif');
    expect(bare.length).toBe(original.length);
    expect(text(bare)).not.toContain('Rimcam');
    expect(inspectPhoto(bare, 1e6)).toMatchObject({ ok: true, value: { width: 96, height: 64 } });
  });

  it.each([
    ['large.jpg', 'jpeg'],
    ['lossless.webp', 'webp'],
    ['photo.avif', 'avif'],
  ] as const)('leaves a bare %s as it is', (name, format) => {
    expect(inspectPhoto(stripMetadata(fixture(name), format), 1e6).ok).toBe(true);
  });
});
