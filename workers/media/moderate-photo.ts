import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { findSimilarHashes } from '../../shared/db/media/similar-hashes.ts';
import { judgeListed, type Verdict } from '../../shared/domain/media/judge-listed.ts';
import { perceptualHash } from '../../shared/domain/media/perceptual-hash.ts';
import type { Services } from '../services.ts';
import { renderSample, renderVariant } from './render-variant.ts';

const SEVERITY: Record<Verdict['state'], number> = { clean: 0, sensitive: 1, held: 2, blocked: 3 };

/** The worst that is said of frames of an animation beside its first one: a picture may not hide behind a harmless start. */
export async function moderateFrames(
  services: Services,
  row: Pick<MediaRow, 'altText'>,
  first: Verdict,
  frames: readonly Uint8Array<ArrayBuffer>[],
): Promise<Verdict> {
  let worst = first;
  for (const frame of frames) {
    if (worst.state === 'blocked') break;
    const hash = perceptualHash(await renderSample(services.images, frame));
    const verdict = await moderatePhoto(services, row, hash, frame);
    if (SEVERITY[verdict.state] > SEVERITY[worst.state]) worst = verdict;
  }
  return worst;
}

/** What the operator's list and the classifier say of a photo, before anything of it is stored to be served. */
export async function moderatePhoto(
  { shards, images, classifier }: Services,
  { altText }: Pick<MediaRow, 'altText'>,
  hash: string,
  source: Uint8Array<ArrayBuffer>,
): Promise<Verdict> {
  const [nearest] = await findSimilarHashes(shards, hash, { kind: 'listed' });
  const listed = judgeListed(nearest?.distance);
  return listed ?? classifier({ altText, jpeg: () => renderVariant(images, source, 'profile', 'jpeg') });
}
