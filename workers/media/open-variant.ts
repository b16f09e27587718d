import type { Variant } from '../../shared/contracts/index.ts';
import { findMedia } from '../../shared/db/media/load-media.ts';
import { IMAGE_FORMATS, type ImageFormat, variantKey } from '../../shared/domain/media/media-keys.ts';
import type { FormatChoice } from '../../shared/domain/media/negotiate-format.ts';
import type { Services } from '../services.ts';
import { loadSource } from './prepare-source.ts';
import { type Background, isRefusal, logFailedRender, Renderings } from './renderings.ts';
import { storeVariant } from './store-variant.ts';

export type StoredVariant = { format: ImageFormat; body: ArrayBuffer; etag: string; lastModified: number };

/** What a picture may need of its request: work behind the answer, and the count of what is rendered for it, 429 past the limit. */
export type VariantRequest = { background: Background; countRendering(): Promise<void> };

const renderings = new Renderings();

/**
 * The best stored form of a variant for what the client accepts. What is missing is rendered now, unless the client
 * likes another stored form as well: then it gets that, and the missing one follows in the background.
 */
export async function openVariant(
  services: Services,
  mediaId: string,
  variant: Variant,
  choices: readonly FormatChoice[],
  { background, countRendering }: VariantRequest,
): Promise<StoredVariant | null> {
  const [best, second] = choices;
  if (!best) return null;
  const key = variantKey(mediaId, variant, best.format);
  const render = async () => {
    await countRendering();
    await renderMissing(services, mediaId, variant, best.format);
  };
  const stored = await readVariant(services, mediaId, variant, best.format);
  if (stored) return stored;
  if (second?.quality === best.quality) {
    const other = await readVariant(services, mediaId, variant, second.format);
    if (other) {
      renderings.later(key, background, render);
      return other;
    }
  }
  try {
    await renderings.now(key, background, render);
  } catch (error) {
    const other = await readAny(services, mediaId, variant);
    if (!isRefusal(error)) logFailedRender(key, error);
    else if (!other) throw error;
    return other;
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
