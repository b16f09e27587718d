import type { Variant } from '../../shared/contracts/index.ts';
import { Latencies } from '../load/latencies.ts';
import { paintPhotos } from '../media/paint-photos.ts';
import { Uploader } from '../media/uploader.ts';
import type { Target } from '../target.ts';
import type { Measure, Scenario } from './scenario.ts';

/** Warms the codecs; not counted. */
const WARM_PHOTOS = 2;
const SEQUENTIAL_PHOTOS = 24;
const PARALLEL_PHOTOS = 48;
const CLIENTS = 4;
const SECOND_MS = 1_000;
const BYTES_PER_KB = 1_024;

const FORMATS = ['jpeg', 'webp', 'avif'] as const;
const MEASURED: Variant[] = ['thumb', 'profile', 'feed', 'full'];
type Format = (typeof FORMATS)[number];
/** Bytes of each photo's variants. */
type Sizes = Record<Format, Partial<Record<Variant, number[]>>>;

const sizesOf = new WeakMap<Target, Promise<Sizes>>();

/** One photo after the other: from saying that the bytes are there until the photo is seen to be ready. */
export const mediaReady: Scenario = {
  name: 'media-ready',
  title: 'a 12-megapixel JPEG, from complete to ready',
  unit: 'ms',
  better: 'lower',
  targets: ['rimlight'],
  part: 'media',
  measure: async (target) => {
    const latencies = new Latencies();
    const photos = await warmPhotos(target);
    const uploader = new Uploader(target, 0);
    for (let nth = 0; nth < SEQUENTIAL_PHOTOS; nth++) {
      latencies.add((await uploader.upload(photos[nth % photos.length] as Buffer)).readyMs);
    }
    return summarize(latencies.percentile(50), latencies);
  },
};

/** Several people at once, the whole way of each photo: announced, sent, completed, ready. */
export const mediaUploads: Scenario = {
  name: 'media-uploads',
  title: `12-megapixel JPEGs sent and made ready, ${CLIENTS} people at once`,
  unit: 'uploads/s',
  better: 'higher',
  targets: ['rimlight'],
  part: 'media',
  measure: async (target) => {
    const latencies = new Latencies();
    const photos = await warmPhotos(target);
    const numbers = Array.from({ length: PARALLEL_PHOTOS }, (_, nth) => nth);
    const from = performance.now();
    const client = async (_: unknown, person: number) => {
      const uploader = new Uploader(target, person);
      for (let nth = numbers.shift(); nth !== undefined; nth = numbers.shift()) {
        latencies.add((await uploader.upload(photos[nth % photos.length] as Buffer)).readyMs);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, client));
    return summarize((PARALLEL_PHOTOS * SECOND_MS) / (performance.now() - from), latencies);
  },
};

/** The largest of the photos, in JPEG of quality 85, which is what the budgets are about. */
const bytesScenario = (variant: Variant): Scenario => ({
  name: `media-bytes-${variant}`,
  title: `bytes of the largest \`${variant}\` of 8 photos, JPEG of quality 85`,
  unit: 'KB',
  better: 'lower',
  targets: ['rimlight'],
  part: 'media',
  measure: async (target) => plain(Math.max(...((await sizes(target)).jpeg[variant] ?? [])) / BYTES_PER_KB),
});
export const mediaBytes = MEASURED.map(bytesScenario);

/** What a format takes of JPEG's bytes, over all photos and variants. */
const shareScenario = (format: 'webp' | 'avif'): Scenario => ({
  name: `media-${format}-share`,
  title: `bytes of ${format} for 100 bytes of JPEG`,
  unit: '%',
  better: 'lower',
  targets: ['rimlight'],
  part: 'media',
  measure: async (target) => {
    const by = await sizes(target);
    return plain((100 * total(by[format])) / total(by.jpeg));
  },
});
export const mediaShares = [shareScenario('webp'), shareScenario('avif')];

async function warmPhotos(target: Target): Promise<Buffer[]> {
  const photos = paintPhotos();
  const uploader = new Uploader(target, 0);
  for (const photo of photos.slice(0, WARM_PHOTOS)) await uploader.upload(photo);
  return photos;
}

/** Uploads every photo once and fetches its variants in every format, which makes those that are made on request. */
function sizes(target: Target): Promise<Sizes> {
  const measuring = sizesOf.get(target) ?? measureSizes(target);
  sizesOf.set(target, measuring);
  return measuring;
}

async function measureSizes(target: Target): Promise<Sizes> {
  const uploader = new Uploader(target, 0);
  const found: Sizes = { jpeg: {}, webp: {}, avif: {} };
  for (const photo of paintPhotos()) {
    const { mediaId } = await uploader.upload(photo);
    for (const format of FORMATS) {
      for (const variant of MEASURED) {
        const bytes = await uploader.variantBytes(mediaId, variant, format);
        found[format][variant] = [...(found[format][variant] ?? []), bytes];
      }
    }
  }
  return found;
}

function total(by: Partial<Record<Variant, number[]>>): number {
  return Object.values(by)
    .flat()
    .reduce((sum, bytes) => sum + bytes, 0);
}

function summarize(value: number, latencies: Latencies): Measure {
  return { value, p50: latencies.percentile(50), p99: latencies.percentile(99) };
}

function plain(value: number): Measure {
  return { value, p50: null, p99: null };
}
