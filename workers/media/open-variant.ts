import type { Variant } from '../../shared/contracts/index.ts';
import { findMedia } from '../../shared/db/media/load-media.ts';
import { IMAGE_FORMATS, type ImageFormat, variantKey } from '../../shared/domain/media/media-keys.ts';
import type { FormatChoice } from '../../shared/domain/media/negotiate-format.ts';
import type { Services } from '../services.ts';
import { loadSource } from './prepare-source.ts';
import { storeVariant } from './store-variant.ts';

/** Pictures that may wait to be rendered in the background of one isolate; more than that are left to a later request. */
const MAX_WAITING = 16;

export type StoredVariant = { format: ImageFormat; body: ArrayBuffer; etag: string; lastModified: number };
export type Background = (work: Promise<unknown>) => void;

const rendering = new Map<string, Promise<unknown>>();
let lastRender: Promise<unknown> = Promise.resolve();

/**
 * The best stored form of a variant for what the client accepts. What is missing is rendered now, unless the client
 * likes another stored form as well: then it gets that, and the missing one follows in the background.
 */
export async function openVariant(
  services: Services,
  mediaId: string,
  variant: Variant,
  choices: readonly FormatChoice[],
  background: Background,
): Promise<StoredVariant | null> {
  const [best, second] = choices;
  if (!best) return null;
  const stored = await readVariant(services, mediaId, variant, best.format);
  if (stored) return stored;
  if (second?.quality === best.quality) {
    const other = await readVariant(services, mediaId, variant, second.format);
    if (other) {
      renderLater(services, mediaId, variant, best.format, background);
      return other;
    }
  }
  try {
    await renderOnce(services, mediaId, variant, best.format);
  } catch (error) {
    logFailedRender(mediaId, variant, best.format, error);
    return readAny(services, mediaId, variant);
  }
  return readVariant(services, mediaId, variant, best.format);
}

/** Whatever is stored, when the right form cannot be made just now: a picture is better than an error. */
async function readAny(services: Services, mediaId: string, variant: Variant): Promise<StoredVariant | null> {
  for (const format of IMAGE_FORMATS) {
    const stored = await readVariant(services, mediaId, variant, format);
    if (stored) return stored;
  }
  return null;
}

async function readVariant(
  { media }: Services,
  mediaId: string,
  variant: Variant,
  format: ImageFormat,
): Promise<StoredVariant | null> {
  const object = await media.get(variantKey(mediaId, variant, format));
  if (!object) return null;
  const body = await object.arrayBuffer();
  return { format, body, etag: object.httpEtag, lastModified: object.uploaded.getTime() };
}

/** Requests of one isolate that miss the same picture share one rendering. */
function renderOnce(services: Services, mediaId: string, variant: Variant, format: ImageFormat): Promise<unknown> {
  const key = variantKey(mediaId, variant, format);
  const running = rendering.get(key);
  if (running) return running;
  const render = renderMissing(services, mediaId, variant, format).finally(() => rendering.delete(key));
  rendering.set(key, render);
  return render;
}

async function renderMissing(
  services: Services,
  mediaId: string,
  variant: Variant,
  format: ImageFormat,
): Promise<void> {
  const row = await findMedia(services.shards, mediaId);
  const source = row && (await loadSource(services, row, variant));
  if (source) await storeVariant(services, mediaId, source, variant, format);
}

/** One background rendering at a time: AVIF takes a second of a core, and requests come first. */
function renderLater(
  services: Services,
  mediaId: string,
  variant: Variant,
  format: ImageFormat,
  background: Background,
): void {
  const key = variantKey(mediaId, variant, format);
  if (rendering.has(key) || rendering.size >= MAX_WAITING) return;
  const work = lastRender
    .then(() => renderMissing(services, mediaId, variant, format))
    .catch((error) => logFailedRender(mediaId, variant, format, error))
    .finally(() => rendering.delete(key));
  rendering.set(key, work);
  lastRender = work;
  background(work);
}

function logFailedRender(mediaId: string, variant: Variant, format: ImageFormat, error: unknown): void {
  // biome-ignore lint/suspicious/noConsole: the platform's log is the console.
  console.error(JSON.stringify({ event: 'render-failed', mediaId, variant, format, error: String(error) }));
}
