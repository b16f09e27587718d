import { toUploadError } from '../media/upload-error.ts';
import { resumePhoto, type UploadSteps, uploadPhoto } from '../media/upload-photo.ts';
import type { DraftPhoto } from './draft.ts';

type Report = (fields: Partial<Pick<DraftPhoto, 'stage' | 'mediaId'>>) => void;

/** Takes one photo from where it stands to ready, reporting each stage; it never throws. */
export async function bringPhoto(photo: DraftPhoto, signal: AbortSignal, report: Report): Promise<void> {
  const steps: UploadSteps = {
    signal,
    onProgress: (sent) => report({ stage: { kind: 'uploading', sent } }),
    onOpened: (mediaId) => report({ mediaId }),
    onSent: () => report({ stage: { kind: 'processing' } }),
  };
  try {
    report({ stage: { kind: 'uploading', sent: 0 } });
    const resumed = photo.mediaId ? await resumePhoto(photo.mediaId, photo, steps) : undefined;
    const media = resumed ?? (await uploadPhoto(photo, steps));
    report({ stage: { kind: 'ready', media } });
  } catch (error) {
    if (signal.aborted) return;
    const { message, hint, canRetry } = toUploadError(error);
    report({ stage: { kind: 'failed', message, hint, canRetry } });
  }
}
