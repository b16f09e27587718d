import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { pictureEditsSchema } from '../../shared/contracts/index.ts';
import { findMedia } from '../../shared/db/media/load-media.ts';
import { masterKey } from '../../shared/domain/media/media-keys.ts';
import { aUser } from '../../tests/support/a-user.ts';
import { anUpload, untilSettled } from '../../tests/support/an-upload.ts';
import { fixture } from '../../tests/support/fixture.ts';
import { servicesFor, type WorkerEnv } from '../services.ts';
import { acceptBytes } from './accept-bytes.ts';
import { changePixels } from './change-pixels.ts';
import { processMedia } from './process-media.ts';

const services = servicesFor(env as unknown as WorkerEnv);
/** Of large.heic. */
const HEIC_PIXELS = 768 * 512;

async function settleWith(given: Partial<typeof services.config>) {
  const owner = await aUser();
  const mediaId = await anUpload(owner, { file: 'large.heic', contentType: 'image/heic' });
  const row = await findMedia(services.shards, mediaId);
  if (!row) throw new Error('no row');
  await acceptBytes(services, row, Date.now());
  await processMedia({ ...services, config: { ...services.config, ...given } }, mediaId, Date.now());
  return untilSettled(owner, mediaId);
}

describe('a HEIC that we decode ourselves', () => {
  it('has at most MAX_HEIC_PIXELS', async () => {
    expect(await settleWith({ MAX_HEIC_PIXELS: HEIC_PIXELS })).toMatchObject({ status: 'ready', width: 768 });
  });

  it('fails above them at the first attempt, and says what to do', async () => {
    const media = await settleWith({ MAX_HEIC_PIXELS: HEIC_PIXELS - 1 });
    expect(media).toMatchObject({ status: 'failed', urls: null, error: { code: 'heic-too-large' } });
    expect(media.error?.hint).toContain('JPEG');
    expect((await findMedia(services.shards, media.id))?.attempts).toBe(1);
    expect(await env.MEDIA.head(masterKey(media.id))).toBeNull();
  });

  it('leaves no memory behind: many in a row are decoded alike', async () => {
    const bytes = fixture('large.heic');
    const facts = { contentType: 'image/heic', width: 768, height: 512 } as const;
    const sizes = await Promise.all(
      [1, 2, 3, 4].map(() => changePixels(services, { original: bytes, facts, edits: null }, 1_920)),
    );
    expect(sizes.map((pixels) => [pixels?.width, pixels?.height])).toEqual(Array(4).fill([768, 512]));
  });
});

describe('a picture whose pixels are changed', () => {
  async function aPng(width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
    const small = fixture('palette.png');
    const result = await env.IMAGES.input(new Blob([small]).stream())
      .transform({ width, height, fit: 'squeeze' })
      .output({ format: 'image/png' });
    return new Uint8Array(await result.response().arrayBuffer());
  }

  it('is decoded to no more than six million pixels, however small the crop', async () => {
    const original = await aPng(3_000, 3_000);
    const facts = { contentType: 'image/png', width: 3_000, height: 3_000 } as const;
    const edits = pictureEditsSchema.parse({ crop: { x: 0, y: 0, width: 0.9, height: 0.9 } });
    const requests: number[] = [];
    const images = new Proxy(env.IMAGES, {
      get: (binding, name) =>
        name === 'input'
          ? (stream: ReadableStream<Uint8Array>) => {
              const input = binding.input(stream);
              const transform = input.transform.bind(input);
              input.transform = (box) => {
                requests.push(box.width ?? 0);
                return transform(box);
              };
              return input;
            }
          : Reflect.get(binding, name),
    });
    const changed = await changePixels({ ...services, images }, { original, facts, edits }, 2_400);
    expect(Math.max(...requests) ** 2).toBeLessThanOrEqual(6_000_000);
    expect(changed?.width).toBeLessThanOrEqual(2_400);
  });
});
