import { env } from 'cloudflare:workers';
import exifr from 'exifr';
import { describe, expect, it } from 'vitest';
import { applyEdits, type Media, pictureEditsSchema, type Variant } from '../../shared/contracts/index.ts';
import { decodePng } from '../../shared/domain/media/decode-png.ts';
import { inspectPhoto } from '../../shared/domain/media/inspect-photo.ts';
import { IMAGE_FORMATS, type ImageFormat, mediaPrefix, originalKey } from '../../shared/domain/media/media-keys.ts';
import { aUser, type TestUser } from '../../tests/support/a-user.ts';
import { aPhoto } from '../../tests/support/an-upload.ts';
import { bytesOf, keysOf } from '../../tests/support/stored-media.ts';

const VARIANT_NAMES: Variant[] = ['thumb', 'profile', 'feed', 'full', 'story'];
/** Annex K's 16, 11, 12 … 99 and 17, 18, 18 … 99, scaled by (200 − 2 × 85) / 100 and rounded. */
const TABLES_OF_QUALITY_85 = [
  [5, 3, 4, 30],
  [5, 5, 5, 30],
];
/** What the Display P3 fixtures are in sRGB; read as sRGB they would be (202, 102, 52). */
const IN_SRGB = [217, 94, 35];
const SECRETS = ['secret', 'SECRET', 'Rimcam', 'xpacket', 'Exif\0', 'Photoshop', 'http://ns.adobe.com'];
const EVERYTHING = { tiff: true, exif: true, gps: true, xmp: true, iptc: true, mergeOutput: false };

/** What a client gets that accepts this format only. */
async function served(
  owner: TestUser,
  { id }: Media,
  variant: Variant,
  format: ImageFormat,
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await owner.call('GET', `/media/${id}/${variant}`, undefined, { Accept: `image/${format}` });
  expect(response.headers.get('content-type')).toBe(`image/${format}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The first three and the last value of the luminance and chrominance tables, in zigzag order. */
function quantizationTables(jpeg: Uint8Array): number[][] {
  const tables: number[][] = [];
  for (let at = 2; jpeg[at + 1] !== 0xda; ) {
    const end = at + 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
    if (jpeg[at + 1] === 0xdb) {
      for (let from = at + 5; from < end; from += 65)
        tables.push([...jpeg.slice(from, from + 3), jpeg[from + 63] ?? 0]);
    }
    at = end;
  }
  return tables;
}

/** The colour in the middle of each quadrant: top left, top right, bottom left, bottom right. */
async function quadrants(picture: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const png = await env.IMAGES.input(new Blob([picture]).stream()).output({ format: 'image/png' });
  const { width, height, data } = await decodePng(new Uint8Array(await png.response().arrayBuffer()));
  return [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ].map(([x = 0, y = 0]) => {
    const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
    return nameColour([...data.subarray(at, at + 3)]);
  });
}

async function decoded(picture: Uint8Array<ArrayBuffer>) {
  const png = await env.IMAGES.input(new Blob([picture]).stream()).output({ format: 'image/png' });
  return decodePng(new Uint8Array(await png.response().arrayBuffer()));
}

/** The colour of the middle pixel. */
async function middle(picture: Uint8Array<ArrayBuffer>): Promise<number[]> {
  const { width, height, data } = await decoded(picture);
  const at = (Math.floor(height / 2) * width + Math.floor(width / 2)) * 4;
  return [...data.subarray(at, at + 3)];
}

function nameColour([red = 0, green = 0, blue = 0]: number[]): string {
  if (red > 150 && green > 150) return 'yellow';
  if (red > Math.max(green, blue)) return 'red';
  return green > blue ? 'green' : 'blue';
}

describe('the pipeline on good photos', () => {
  it.each([
    ['large.jpg', 768, 512],
    ['progressive.jpg', 768, 512],
    ['grey.jpg', 768, 512],
    ['cmyk.jpg', 768, 512],
    ['alpha.png', 96, 64],
    ['palette.png', 96, 64],
    ['sixteen-bit.png', 96, 64],
    ['interlaced.png', 96, 64],
    ['lossy.webp', 96, 64],
    ['lossless.webp', 96, 64],
    ['alpha.webp', 96, 64],
    ['animated.webp', 96, 64],
    ['still.gif', 96, 64],
    ['animated.gif', 96, 64],
    ['photo.avif', 96, 64],
    ['tagged.avif', 96, 64],
    ['photo.heic', 96, 64],
    ['large.heic', 768, 512],
  ])('makes %s ready with its true size and a blurhash', async (file, width, height) => {
    const media = await aPhoto(await aUser(), { file });
    expect(media).toMatchObject({ status: 'ready', width, height, blurhash: expect.stringMatching(/^.{28}$/) });
    expect((await keysOf(media.id)).filter((key) => !/^(original|master|animated)/.test(key))).toEqual([
      'feed.webp',
      'full.webp',
      'profile.webp',
      'thumb.webp',
    ]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns a JPEG of EXIF orientation %i upright', async (orientation) => {
    const owner = await aUser();
    const media = await aPhoto(owner, { file: `orientation-${orientation}.jpg` });
    expect(media).toMatchObject({ status: 'ready', width: 96, height: 64 });
    for (const variant of ['feed', 'full', 'thumb'] as const) {
      expect(await quadrants(await served(owner, media, variant, 'jpeg'))).toEqual(['red', 'green', 'blue', 'yellow']);
    }
  });

  it('leaves no metadata in anything that is served', async () => {
    const owner = await aUser();
    const media = await aPhoto(owner, { file: 'orientation-6.jpg' });
    for (const format of IMAGE_FORMATS)
      for (const variant of VARIANT_NAMES) await served(owner, media, variant, format);
    expect(await keysOf(media.id)).toHaveLength(1 + IMAGE_FORMATS.length * VARIANT_NAMES.length);
    expect(await exifr.gps(await bytesOf(originalKey(media.id)))).toBeDefined();
    for (const key of await keysOf(media.id)) {
      if (key === 'original') continue;
      const bytes = await bytesOf(mediaPrefix(media.id) + key);
      const text = new TextDecoder('latin1').decode(bytes);
      for (const secret of SECRETS) expect(text.includes(secret), `${key} holds ${secret}`).toBe(false);
      if (key.endsWith('jpeg')) expect(await exifr.parse(bytes, EVERYTHING)).toBeUndefined();
    }
  });

  it.each([
    ['thumb', 150, 150],
    ['profile', 320, 320],
    ['feed', 640, 427],
    ['full', 768, 512],
  ] as const)('makes %s %i × %i of a photo of 768 × 512', async (variant, width, height) => {
    const owner = await aUser();
    const media = await aPhoto(owner);
    for (const format of IMAGE_FORMATS) {
      const reading = inspectPhoto(await served(owner, media, variant, format), 1e7);
      expect(reading).toMatchObject({ ok: true, value: { contentType: `image/${format}`, width, height } });
    }
  });

  it('writes JPEG of quality 85, by the tables of the standard', async () => {
    const owner = await aUser();
    const media = await aPhoto(owner);
    for (const variant of VARIANT_NAMES) {
      expect(quantizationTables(await served(owner, media, variant, 'jpeg'))).toEqual(TABLES_OF_QUALITY_85);
    }
  });

  it('decodes HEIC to the right colours, upright', async () => {
    const owner = await aUser();
    const media = await aPhoto(owner, { file: 'photo.heic', contentType: 'image/heic' });
    expect(await quadrants(await served(owner, media, 'feed', 'webp'))).toEqual(['red', 'green', 'blue', 'yellow']);
  });

  it.each(['display-p3.jpg', 'display-p3.heic'])('keeps the colours of %s', async (file) => {
    const owner = await aUser();
    const media = await aPhoto(owner, { file });
    for (const format of IMAGE_FORMATS) {
      const [red = 0, green = 0, blue = 0] = await middle(await served(owner, media, 'feed', format));
      expect([red, green, blue].map((value, index) => Math.abs(value - (IN_SRGB[index] ?? 0)) < 6)).toEqual([
        true,
        true,
        true,
      ]);
    }
  });

  it('lays a picture with alpha on white in every format', async () => {
    const owner = await aUser();
    const media = await aPhoto(owner, { file: 'alpha.png' });
    const thumb = await served(owner, media, 'thumb', 'jpeg');
    const png = await env.IMAGES.input(new Blob([thumb]).stream()).output({ format: 'image/png' });
    const { data } = await decodePng(new Uint8Array(await png.response().arrayBuffer()));
    expect(data[0]).toBeGreaterThan(215);
    expect(data[1]).toBeGreaterThan(115);
  });
});

describe('the pipeline on edited photos', () => {
  it('serves what was chosen: the crop, turned, with its filter', async () => {
    const owner = await aUser();
    const filter = { name: 'noir', crop: { x: 0, y: 0, width: 0.5, height: 1 }, rotate: 90 };
    const media = await aPhoto(owner, { file: 'orientation-6.jpg', filter });
    expect(media).toMatchObject({ status: 'ready', width: 64, height: 48 });
    for (const format of IMAGE_FORMATS) {
      const bytes = await served(owner, media, 'full', format);
      expect(inspectPhoto(bytes, 1e6)).toMatchObject({ ok: true, value: { width: 64, height: 48 } });
      const [red = 0, green = 0, blue = 0] = await middle(bytes);
      expect(Math.max(red, green, blue) - Math.min(red, green, blue)).toBeLessThan(8);
    }
  });

  it('serves the very colours that the preview showed', async () => {
    const owner = await aUser();
    const edits = pictureEditsSchema.parse({ name: 'ember', brightness: 0.2, warmth: -0.1 });
    const plain = await aPhoto(owner, { file: 'large.jpg' });
    const edited = await aPhoto(owner, { file: 'large.jpg', filter: edits });
    const preview = applyEdits(await decoded(await served(owner, plain, 'thumb', 'webp')), edits);
    const shown = await decoded(await served(owner, edited, 'thumb', 'webp'));
    const difference = preview.data.reduce((sum, value, at) => sum + Math.abs(value - (shown.data[at] ?? 0)), 0);
    expect(difference / preview.data.length).toBeLessThan(3);
  });

  it('cuts a small crop from the full picture', async () => {
    const owner = await aUser();
    const crop = { x: 0.5, y: 0.5, width: 0.25, height: 0.25 };
    const media = await aPhoto(owner, { filter: { crop } });
    expect(media).toMatchObject({ width: 192, height: 128 });
    const bytes = await served(owner, media, 'full', 'webp');
    expect(inspectPhoto(bytes, 1e6)).toMatchObject({ ok: true, value: { width: 192, height: 128 } });
  });
});
