import { queryClient } from '../../api/query-client.ts';
import { formatDuration } from '../../format/duration.ts';
import { instanceQuery } from '../media/instance-query.ts';
import { type FilmFacts, readFilm } from '../media/read-film.ts';
import { toUploadError, UploadError } from '../media/upload-error.ts';
import { resumeMedia, type UploadSteps, uploadMedia } from '../media/upload-media.ts';
import type { DraftPhoto } from './draft.ts';

type Report = (fields: Partial<Pick<DraftPhoto, 'stage' | 'mediaId' | 'tusUrl'>>) => void;

/** Takes one photo or film from where it stands to ready, reporting each stage; it never throws. */
export async function bringMedia(photo: DraftPhoto, signal: AbortSignal, report: Report): Promise<void> {
  const { kind, name, blob, edits, mediaId } = photo;
  const steps: UploadSteps = {
    signal,
    onProgress: (sent) => report({ stage: { kind: 'uploading', sent } }),
    onOpened: (opened, tusUrl) => report({ mediaId: opened, tusUrl }),
    onSent: () => report({ stage: { kind: 'processing' } }),
  };
  try {
    report({ stage: blob ? { kind: 'uploading', sent: 0 } : { kind: 'processing' } });
    const film = kind === 'video' && blob ? await readFilm(blob) : null;
    if (film) await refuseTooLong(film);
    const poster = film?.poster ?? null;
    const resumed = mediaId ? await resumeMedia(mediaId, { blob, poster, tusUrl: photo.tusUrl }, steps) : undefined;
    if (!resumed && !blob)
      throw new UploadError('It never arrived here.', 'Remove it and choose the file again.', false);
    const media = resumed ?? (blob && (await uploadMedia({ kind, name, blob, edits, poster }, steps)));
    if (media) report({ stage: { kind: 'ready', media } });
  } catch (error) {
    if (signal.aborted) return;
    const { message, hint, canRetry } = toUploadError(error);
    report({ stage: { kind: 'failed', message, hint, canRetry } });
  }
}

/** A film that is refused for its length is refused before it is sent, where this browser can tell. */
async function refuseTooLong({ duration }: FilmFacts): Promise<void> {
  const { media } = await queryClient.ensureQueryData(instanceQuery);
  if (duration === null || duration <= media.maxVideoSeconds) return;
  throw new UploadError(
    `The video is ${formatDuration(duration)} long.`,
    `Up to ${media.maxVideoSeconds} seconds can be shared. Cut it shorter and choose it again.`,
    false,
  );
}
