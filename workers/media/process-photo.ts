import { type PictureEdits, pictureEditsSchema, type Variant } from '../../shared/contracts/index.ts';
import type { ReadyFacts } from '../../shared/db/media/change-media-state.ts';
import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { indexHash } from '../../shared/db/media/similar-hashes.ts';
import { computeBlurhash } from '../../shared/domain/media/compute-blurhash.ts';
import { editedSize } from '../../shared/domain/media/edited-size.ts';
import { inspectPhoto } from '../../shared/domain/media/inspect-photo.ts';
import type { MediaErrorCode } from '../../shared/domain/media/media-errors.ts';
import { animationKey, type ImageFormat, mediaPrefix, variantKey } from '../../shared/domain/media/media-keys.ts';
import { perceptualHash } from '../../shared/domain/media/perceptual-hash.ts';
import { type PhotoFacts, uprightSize } from '../../shared/domain/media/photo-facts.ts';
import type { Pixels } from '../../shared/domain/media/pixels.ts';
import { type Animation, prepareAnimation } from '../../shared/domain/media/prepare-animation.ts';
import { readCamera } from '../../shared/domain/media/read-camera.ts';
import { sampleFrames } from '../../shared/domain/media/sample-frames.ts';
import type { Outcome } from '../../shared/errors/index.ts';
import type { Services } from '../services.ts';
import { loadOriginal } from './load-original.ts';
import { moderateFrames, moderatePhoto } from './moderate-photo.ts';
import { prepareSource } from './prepare-source.ts';
import { renderSample } from './render-variant.ts';
import { storeVariant } from './store-variant.ts';

/**
 * What a photo needs before it is ready: what every browser takes. JPEG, AVIF and the story crop are made when somebody
 * first asks for them; AVIF alone takes ten times as long as these.
 */
export const READY_VARIANTS: readonly Variant[] = ['thumb', 'profile', 'feed', 'full'];
export const READY_FORMATS: readonly ImageFormat[] = ['webp'];

/**
 * Verifies a photo by its content and makes its variants. Every step looks first whether it was done, so a photo that
 * was interrupted anywhere continues there.
 */
export async function processPhoto(services: Services, row: MediaRow): Promise<Outcome<ReadyFacts, MediaErrorCode>> {
  const original = await loadOriginal(services, row);
  if (!original) return { ok: false, code: 'replaced' };
  const inspected = inspectPhoto(original, services.config.MAX_PHOTO_PIXELS);
  if (!inspected.ok) return inspected;
  const facts = inspected.value;
  const edits = row.filter === null ? null : pictureEditsSchema.parse(JSON.parse(row.filter));
  // What is edited is a still of the first frame.
  const animation = prepareAnimation(original, edits ? { ...facts, frames: 1 } : facts, services.config);
  if (!animation.ok) return animation;
  const source = await prepareSource(services, row, original, facts, edits);
  const sample = await renderSample(services.images, source);
  const hash = perceptualHash(sample);
  const first = await moderatePhoto(services, row, hash, source);
  const frames = animation.value ? sampleFrames(animation.value) : [];
  const verdict = await moderateFrames(services, row, first, frames);
  if (verdict.state === 'blocked') return { ok: false, code: 'not-allowed' };
  const [camera] = await Promise.all([
    readCamera(original),
    storeMissing(services, row.id, source),
    storeAnimation(services, row.id, animation.value),
    indexHash(services.shards, { kind: 'media', ref: row.id, hash, ownerId: row.ownerId }),
  ]);
  const moderation = { moderation: verdict.state, moderationReason: verdict.reason };
  const described = { ...describe(facts, edits, sample), animated: animation.value !== null };
  return { ok: true, value: { ...described, ...moderation, perceptualHash: hash, camera } };
}

async function storeAnimation({ media }: Services, mediaId: string, animation: Animation | null): Promise<void> {
  if (!animation || (await media.head(animationKey(mediaId)))) return;
  const { bytes, contentType } = animation;
  await media.put(animationKey(mediaId), bytes, { httpMetadata: { contentType } });
}

/** Makes the variants that are not stored yet. */
export async function storeMissing(
  services: Services,
  mediaId: string,
  source: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const { objects } = await services.media.list({ prefix: mediaPrefix(mediaId) });
  const stored = new Set(objects.map(({ key }) => key));
  const missing = READY_VARIANTS.flatMap((variant) => READY_FORMATS.map((format) => ({ variant, format }))).filter(
    ({ variant, format }) => !stored.has(variantKey(mediaId, variant, format)),
  );
  await Promise.all(missing.map(({ variant, format }) => storeVariant(services, mediaId, source, variant, format)));
}

function describe(facts: PhotoFacts, edits: PictureEdits | null, sample: Pixels): ReadyFacts {
  return {
    contentType: facts.contentType,
    ...trueSize(editedSize(uprightSize(facts), edits), sample),
    blurhash: computeBlurhash(sample),
  };
}

type Size = { width: number; height: number };

/** The decoder has the last word on what is upright: its copy lies the way that everybody will see. */
function trueSize({ width, height }: Size, sample: Size): Size {
  const turned = (width - height) * (sample.width - sample.height) < 0;
  return turned ? { width: height, height: width } : { width, height };
}
