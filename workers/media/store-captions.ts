import type { MediaRow } from '../../shared/db/media/media-row.ts';
import { captionsKey } from '../../shared/domain/media/media-keys.ts';
import type { Services } from '../services.ts';
import { sendCaptions, withdrawCaptions } from '../stream/stream-captions.ts';

type Film = Pick<MediaRow, 'id' | 'streamId'>;

/** Keeps the subtitles of one language in R2, and puts them into the manifests of a film on Stream. */
export async function storeCaptions(services: Services, film: Film, language: string, captions: string): Promise<void> {
  await sendCaptions(services, film, language, captions);
  await services.media.put(captionsKey(film.id, language), captions, { httpMetadata: { contentType: 'text/vtt' } });
}

/** Deletes the subtitles of one language everywhere. */
export async function deleteCaptions(services: Services, film: Film, language: string): Promise<void> {
  await withdrawCaptions(services, film, language);
  await services.media.delete(captionsKey(film.id, language));
}
