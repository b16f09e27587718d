import type { PictureEdits, Variant } from '../../shared/contracts/index.ts';
import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { encodePng } from '../../shared/domain/media/encode-png.ts';
import { masterKey } from '../../shared/domain/media/media-keys.ts';
import type { PhotoFacts } from '../../shared/domain/media/photo-facts.ts';
import type { Services } from '../services.ts';
import { changePixels } from './change-pixels.ts';
import { loadOriginal } from './load-original.ts';
import { renderJpegMaster } from './render-variant.ts';

/** Longest side of a master: three times the feed's width, and half of what a phone of 12 megapixels takes. */
const MASTER_SIDE = 1_920;
/** Up to this size the original itself is read for every variant; above it, reading it eight times takes seconds. */
const SMALL_BYTES = 1_048_576;

const PNG = 'image/png';
const JPEG = 'image/jpeg';

/**
 * What a photo's variants are made from: the original when it is small; else a master of `MASTER_SIDE`, which is kept in
 * R2. A picture whose pixels have to change always gets a master: edits are made once, and one with alpha is laid on
 * white, for JPEG knows no alpha and a picture shall look the same in every format.
 */
export async function prepareSource(
  services: Services,
  row: Pick<MediaRow, 'id'>,
  original: Uint8Array<ArrayBuffer>,
  facts: Pick<PhotoFacts, 'contentType' | 'width' | 'height'>,
  edits: PictureEdits | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const stored = await services.media.get(masterKey(row.id));
  if (stored) return new Uint8Array(await stored.arrayBuffer());
  const changed = await changePixels(services, { original, facts, edits }, MASTER_SIDE);
  if (changed) return keepMaster(services, row.id, await encodePng(changed), PNG);
  if (original.length <= SMALL_BYTES) return original;
  return keepMaster(services, row.id, await renderJpegMaster(services.images, original, MASTER_SIDE), JPEG);
}

/** The source of a variant that is made later; of a film, its poster. The story crop is taller than a master of a wide photo, so it prefers the original. */
export async function loadSource(
  services: Pick<Services, 'media'>,
  row: Pick<MediaRow, 'id' | 'kind' | 'sourceEtag'>,
  variant: Variant,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const master = await services.media.get(masterKey(row.id));
  const changed = master?.httpMetadata?.contentType === PNG;
  if (master && (changed || variant !== 'story' || row.kind === 'video'))
    return new Uint8Array(await master.arrayBuffer());
  return row.kind === 'video' ? null : loadOriginal(services, row);
}

async function keepMaster(
  { media }: Services,
  mediaId: string,
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<Uint8Array<ArrayBuffer>> {
  await media.put(masterKey(mediaId), bytes, { httpMetadata: { contentType } });
  return bytes;
}
