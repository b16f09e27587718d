import type { Media } from '../../../../shared/contracts/index.ts';
import { isStatus } from '../../api/api-error.ts';
import { api } from '../../api/client.ts';
import { toUploadError } from '../media/upload-error.ts';
import { uploadPhoto } from '../media/upload-photo.ts';
import { waitUntilReady } from '../media/wait-until-ready.ts';
import type { DraftPhoto } from './draft.ts';

type Report = (fields: Partial<Pick<DraftPhoto, 'stage' | 'mediaId'>>) => void;

/** A photo whose bytes arrived in an earlier visit, or undefined when they have to be sent again. */
async function findSent(mediaId: string, signal: AbortSignal): Promise<Media | undefined> {
  try {
    const media = await api.get<Media>(`/media/${mediaId}`, {}, signal);
    return media.status === 'pending' || media.status === 'failed' ? undefined : media;
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}

/** Takes one photo from where it stands to ready, reporting each stage; it never throws. */
export async function bringPhoto(photo: DraftPhoto, signal: AbortSignal, report: Report): Promise<void> {
  try {
    const sent = photo.mediaId ? await findSent(photo.mediaId, signal) : undefined;
    if (sent) {
      report({ stage: { kind: 'processing' } });
      report({
        stage: { kind: 'ready', media: sent.status === 'ready' ? sent : await waitUntilReady(sent.id, signal) },
      });
      return;
    }
    report({ stage: { kind: 'uploading', sent: 0 }, mediaId: null });
    const media = await uploadPhoto(photo, {
      signal,
      onProgress: (bytes) => report({ stage: { kind: 'uploading', sent: bytes } }),
      onSent: (mediaId) => report({ stage: { kind: 'processing' }, mediaId }),
    });
    report({ stage: { kind: 'ready', media } });
  } catch (error) {
    if (signal.aborted) return;
    const { message, hint, canRetry } = toUploadError(error);
    report({ stage: { kind: 'failed', message, hint, canRetry } });
  }
}
