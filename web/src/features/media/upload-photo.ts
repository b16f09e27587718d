import type { CreatedMedia, Media, MultipartUpload, PictureEdits } from '../../../../shared/contracts/index.ts';
import { isStatus } from '../../api/api-error.ts';
import { api } from '../../api/client.ts';
import { contentTypeOf } from './check-file.ts';
import { putBytes } from './put-bytes.ts';
import { sendParts } from './send-parts.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** Larger files go in parts, so that a lost connection does not cost all of them. */
const PARTS_FROM_BYTES = 5 * 1_024 * 1_024;

export interface UploadSteps {
  signal: AbortSignal;
  onProgress: (sent: number) => void;
  /** The medium exists; an upload that is interrupted goes on from its id. */
  onOpened: (mediaId: string) => void;
  /** All bytes are there; what is left is waiting. */
  onSent: () => void;
}

export interface PhotoFile {
  name: string;
  blob: Blob;
  edits?: PictureEdits | null;
}

/** Asks for an address, sends the bytes straight there, and waits until the photo is processed. */
export async function uploadPhoto({ name, blob, edits }: PhotoFile, steps: UploadSteps): Promise<Media> {
  const { signal, onProgress, onOpened } = steps;
  const contentType = contentTypeOf({ name, type: blob.type });
  const inParts = blob.size > PARTS_FROM_BYTES;
  const { mediaId, upload, multipart } = await api.post<CreatedMedia>('/media', {
    kind: 'photo',
    contentType,
    size: blob.size,
    multipart: inParts,
    ...(edits ? { filter: edits } : {}),
  });
  signal.throwIfAborted();
  onOpened(mediaId);
  if (multipart) await sendParts({ mediaId, upload: multipart, blob, signal, onProgress });
  else await putBytes({ url: upload.url, headers: upload.headers, body: blob, signal, onProgress });
  return finish(mediaId, steps);
}

/**
 * Goes on with an upload of an earlier try or visit. Undefined when nothing of it is left and it has to begin anew.
 */
export async function resumePhoto(
  mediaId: string,
  { blob }: PhotoFile,
  steps: UploadSteps,
): Promise<Media | undefined> {
  const { signal, onProgress, onSent } = steps;
  const media = await findOr404(api.get<Media>(`/media/${mediaId}`, {}, signal));
  if (!media || media.status === 'failed') return undefined;
  if (media.status !== 'pending') {
    onSent();
    return media.status === 'ready' ? media : waitUntilReady(mediaId, signal);
  }
  const upload = await findOr404(api.get<MultipartUpload>(`/media/${mediaId}/upload`, {}, signal));
  if (!upload) return undefined;
  await sendParts({ mediaId, upload, blob, signal, onProgress });
  return finish(mediaId, steps);
}

async function finish(mediaId: string, { signal, onSent }: UploadSteps): Promise<Media> {
  await api.post<unknown>(`/media/${mediaId}/complete`);
  onSent();
  return waitUntilReady(mediaId, signal);
}

async function findOr404<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}
