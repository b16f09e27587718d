import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { originalKey } from '../../shared/domain/media/media-keys.ts';
import type { Services } from '../services.ts';

/** The verified bytes; null when they are gone or are no longer the ones that were accepted. */
export async function loadOriginal(
  { media }: Pick<Services, 'media'>,
  { id, sourceEtag }: Pick<MediaRow, 'id' | 'sourceEtag'>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const object = await media.get(originalKey(id), sourceEtag ? { onlyIf: { etagMatches: sourceEtag } } : {});
  return object && 'body' in object ? new Uint8Array(await object.arrayBuffer()) : null;
}
