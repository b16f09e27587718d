import type { CreatedMedia, Media, MultipartUpload, PictureEdits } from '../../../../shared/contracts/index.ts';
import { isStatus } from '../../api/api-error.ts';
import { api } from '../../api/client.ts';
import { contentTypeOf } from './check-file.ts';
import { sendBytes } from './send-bytes.ts';
import { sendParts } from './send-parts.ts';
import { sendPoster } from './send-poster.ts';
import { sendTus } from './send-tus.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** Larger files go in parts, so that a lost connection does not cost all of them. */
const PARTS_FROM_BYTES = 5 * 1_024 * 1_024;

export interface UploadSteps {
  signal: AbortSignal;
  onProgress: (sent: number) => void;
  /** The medium exists; an upload that is interrupted goes on from its id, and its tus address where it has one. */
  onOpened: (mediaId: string, tusUrl: string | null) => void;
  /** All bytes are there; what is left is waiting. */
  onSent: () => void;
}

export interface MediaFile {
  kind: Media['kind'];
  name: string;
  blob: Blob;
  edits?: PictureEdits | null;
  /** A picture that stands for a film until it plays. */
  poster?: Blob | null;
}

/** Asks for an address, sends the bytes straight there, and waits until the photo or film is processed. */
export async function uploadMedia({ kind, name, blob, edits, poster }: MediaFile, steps: UploadSteps): Promise<Media> {
  const { signal, onProgress, onOpened } = steps;
  const contentType = contentTypeOf({ name, type: blob.type });
  const inParts = blob.size > PARTS_FROM_BYTES;
  const { mediaId, upload, multipart, tus } = await api.post<CreatedMedia>('/media', {
    kind,
    contentType,
    size: blob.size,
    multipart: inParts,
    ...(edits ? { filter: edits } : {}),
  });
  signal.throwIfAborted();
  onOpened(mediaId, tus?.url ?? null);
  if (tus) await sendTus({ url: tus.url, blob, signal, onProgress });
  else if (multipart) await sendParts({ mediaId, upload: multipart, blob, signal, onProgress });
  else await sendBytes({ ...upload, body: blob, signal, onProgress });
  return finish(mediaId, poster, steps);
}

/**
 * Goes on with an upload of an earlier try or visit. Undefined when nothing of it is left and it has to begin anew.
 */
export async function resumeMedia(
  mediaId: string,
  { blob, poster, tusUrl }: Pick<MediaFile, 'poster'> & { blob: Blob | null; tusUrl: string | null },
  steps: UploadSteps,
): Promise<Media | undefined> {
  const { signal, onProgress, onSent } = steps;
  const media = await findOr404(api.get<Media>(`/media/${mediaId}`, {}, signal));
  if (!media || media.status === 'failed') return undefined;
  if (media.status !== 'pending') {
    onSent();
    return media.status === 'ready' ? media : waitUntilReady(mediaId, signal);
  }
  if (!blob) return undefined;
  if (tusUrl) {
    await sendTus({ url: tusUrl, blob, signal, onProgress });
    return finish(mediaId, poster, steps);
  }
  const upload = await findOr404(api.get<MultipartUpload>(`/media/${mediaId}/upload`, {}, signal));
  if (!upload) return undefined;
  await sendParts({ mediaId, upload, blob, signal, onProgress });
  return finish(mediaId, poster, steps);
}

async function finish(
  mediaId: string,
  poster: Blob | null | undefined,
  { signal, onSent }: UploadSteps,
): Promise<Media> {
  // Without its poster a film is shown as dark: worth no failure.
  if (poster) await sendPoster(mediaId, poster, signal).catch(() => {});
  signal.throwIfAborted();
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
