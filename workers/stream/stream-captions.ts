import type { MediaRow } from '../../shared/db/media/media-row.ts';
import type { Services } from '../services.ts';
import { isStreamNotFound } from './is-stream-not-found.ts';

type Film = Pick<MediaRow, 'streamId'>;

/** Puts the subtitles of one language into the manifests of a film on Stream; does nothing for any other. */
export async function sendCaptions(
  { stream }: Pick<Services, 'stream'>,
  film: Film,
  language: string,
  captions: string,
) {
  if (!film.streamId) return;
  await stream.video(film.streamId).captions.upload(language, new Blob([captions]).stream());
}

/** Takes them out again. */
export async function withdrawCaptions({ stream }: Pick<Services, 'stream'>, film: Film, language: string) {
  if (!film.streamId) return;
  try {
    await stream.video(film.streamId).captions.delete(language);
  } catch (error) {
    if (!isStreamNotFound(error)) throw error;
  }
}
