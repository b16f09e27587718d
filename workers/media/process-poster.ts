import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { computeBlurhash } from '../../shared/domain/media/compute-blurhash.ts';
import { encodePng } from '../../shared/domain/media/encode-png.ts';
import { inspectPhoto } from '../../shared/domain/media/inspect-photo.ts';
import { judgeDescription } from '../../shared/domain/media/judge-description.ts';
import type { Verdict } from '../../shared/domain/media/judge-listed.ts';
import { masterKey, posterKey } from '../../shared/domain/media/media-keys.ts';
import { perceptualHash } from '../../shared/domain/media/perceptual-hash.ts';
import { plainPoster } from '../../shared/domain/media/plain-poster.ts';
import { refusesContent } from '../../shared/domain/media/refuses-content.ts';
import type { Services } from '../services.ts';
import { moderatePhoto } from './moderate-photo.ts';
import { storeMissing } from './process-photo.ts';
import { renderJpegMaster, renderSample } from './render-variant.ts';

const MASTER_SIDE = 1_920;

type Size = { width: number; height: number };
type Row = Pick<MediaRow, 'id' | 'altText'>;
type PosterFacts = { blurhash: string; moderation: Verdict['state']; moderationReason: string | null };

/**
 * Makes the pictures that stand for a film: from the poster that came with it, or plain ones of its shape. Judges the
 * poster as a photo; nothing of one that is blocked is stored to be served.
 */
export async function processPoster(services: Services, row: Row, size: Size): Promise<PosterFacts> {
  const sent = await loadPoster(services, row.id);
  const source = sent ?? (await encodePng(plainPoster(size)));
  const sample = await renderSample(services.images, source);
  const verdict = sent
    ? await moderatePhoto(services, row, perceptualHash(sample), source)
    : judgeDescription(row.altText, services.config.SENSITIVE_WORDS);
  if (verdict.state !== 'blocked') {
    const contentType = sent ? 'image/jpeg' : 'image/png';
    await services.media.put(masterKey(row.id), source, { httpMetadata: { contentType } });
    await storeMissing(services, row.id, source);
  }
  return { blurhash: computeBlurhash(sample), moderation: verdict.state, moderationReason: verdict.reason };
}

/** The poster as sent, upright and no larger than needed; null when there is none that can be read. */
async function loadPoster(
  { media, images, config }: Services,
  mediaId: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const object = await media.get(posterKey(mediaId));
  const bytes = object && new Uint8Array(await object.arrayBuffer());
  if (!bytes || !inspectPhoto(bytes, config.MAX_PHOTO_PIXELS).ok) return null;
  try {
    return await renderJpegMaster(images, bytes, MASTER_SIDE);
  } catch (error) {
    if (refusesContent(error)) return null;
    throw error;
  }
}
