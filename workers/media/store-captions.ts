import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { captionsKey } from '../../shared/domain/media/media-keys.ts';
import type { Services } from '../services.ts';

/** Keeps the subtitles of one language in R2. */
export async function storeCaptions(
  { media }: Services,
  { id }: Pick<MediaRow, 'id'>,
  language: string,
  captions: string,
): Promise<void> {
  await media.put(captionsKey(id, language), captions, { httpMetadata: { contentType: 'text/vtt' } });
}

/** Deletes the subtitles of one language. */
export async function deleteCaptions(
  { media }: Services,
  { id }: Pick<MediaRow, 'id'>,
  language: string,
): Promise<void> {
  await media.delete(captionsKey(id, language));
}
