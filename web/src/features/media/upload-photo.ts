import type { CreatedMedia, Media } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { contentTypeOf } from './check-file.ts';
import { putBytes } from './put-bytes.ts';
import { waitUntilReady } from './wait-until-ready.ts';

export interface UploadSteps {
  signal: AbortSignal;
  onProgress: (sent: number) => void;
  /** All bytes are there; from here on a reload only has to wait. */
  onSent: (mediaId: string) => void;
}

export interface PhotoFile {
  name: string;
  blob: Blob;
}

/** Asks for an address, sends the bytes straight there, and waits until the photo is processed. */
export async function uploadPhoto(
  { name, blob }: PhotoFile,
  { signal, onProgress, onSent }: UploadSteps,
): Promise<Media> {
  const contentType = contentTypeOf({ name, type: blob.type });
  const { mediaId, upload } = await api.post<CreatedMedia>('/media', { kind: 'photo', contentType, size: blob.size });
  signal.throwIfAborted();
  await putBytes({ url: upload.url, headers: upload.headers, body: blob, signal, onProgress });
  await api.post<unknown>(`/media/${mediaId}/complete`);
  onSent(mediaId);
  return waitUntilReady(mediaId, signal);
}
