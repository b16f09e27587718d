import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { decodePng } from '../../shared/domain/media/decode-png.ts';
import { encodePng } from '../../shared/domain/media/encode-png.ts';
import { flattenPixels } from '../../shared/domain/media/flatten-pixels.ts';
import { masterKey } from '../../shared/domain/media/media-keys.ts';
import type { Pixels } from '../../shared/domain/media/pixels.ts';
import type { Services } from '../services.ts';
import { loadOriginal } from './load-original.ts';
import { renderPng } from './render-variant.ts';

/** Covers the largest variant, 1080 × 1920, of a picture up to 2:1. */
const MASTER_SIDE = 2_160;

/**
 * What a photo's variants are made from: the original, or, when its pixels have to change first, a master that is kept
 * in R2 beside it.
 */
export async function prepareSource(
  services: Services,
  row: MediaRow,
  original: Uint8Array<ArrayBuffer>,
  sample: Pixels,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!sample.hasAlpha) return original;
  const stored = await services.media.get(masterKey(row.id));
  if (stored) return new Uint8Array(await stored.arrayBuffer());
  const pixels = await decodePng(await renderPng(services.images, original, MASTER_SIDE));
  const master = await encodePng(flattenPixels(pixels));
  await services.media.put(masterKey(row.id), master, { httpMetadata: { contentType: 'image/png' } });
  return master;
}

/** The same source once a photo is ready, for variants that are made later. */
export async function loadSource(
  services: Pick<Services, 'media'>,
  row: Pick<MediaRow, 'id' | 'sourceEtag'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const master = await services.media.get(masterKey(row.id));
  return master ? new Uint8Array(await master.arrayBuffer()) : loadOriginal(services, row);
}
