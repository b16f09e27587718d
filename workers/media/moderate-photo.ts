import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { findSimilarHashes } from '../../shared/db/media/similar-hashes.ts';
import { judgeListed, type Verdict } from '../../shared/domain/media/judge-listed.ts';
import type { Services } from '../services.ts';
import { renderVariant } from './render-variant.ts';

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
