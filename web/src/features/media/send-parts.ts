import type { MultipartUpload, UploadPart } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { pause } from './pause.ts';
import { sendBytes } from './send-bytes.ts';
import { UploadError } from './upload-error.ts';

/** A part that fails is sent again this often, each time with fresh addresses, before a person is asked. */
const TRIES = 4;
const FIRST_PAUSE_MS = 500;

interface SendParts {
  mediaId: string;
  upload: MultipartUpload;
  blob: Blob;
  signal: AbortSignal;
  onProgress: (sent: number) => void;
}

const sizeOf = (parts: readonly UploadPart[]) => parts.reduce((sum, { size }) => sum + size, 0);

/**
 * Sends the parts that have not arrived, one after another, and reports each: a lost connection costs one part, a reload
 * nothing that was reported.
 */
export async function sendParts({ mediaId, upload, blob, signal, onProgress }: SendParts): Promise<void> {
  let current = upload;
  let failures = 0;
  for (;;) {
    const arrived = sizeOf(current.parts.filter(({ etag }) => etag !== null));
    onProgress(arrived);
    const next = current.parts.find(({ etag }) => etag === null);
    if (!next) return;
    try {
      const etag = await sendPart(next, mediaId, blob, signal, (sent) => onProgress(arrived + sent));
      current = { ...current, parts: current.parts.map((part) => (part === next ? { ...part, etag } : part)) };
      failures = 0;
    } catch (error) {
      failures += 1;
      if (signal.aborted || failures >= TRIES || (error instanceof UploadError && !error.canRetry)) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** failures, signal);
      current = await api.get<MultipartUpload>(`/media/${mediaId}/upload`, {}, signal).catch(() => current);
    }
  }
}

async function sendPart(
  { number, offset, size, url }: UploadPart,
  mediaId: string,
  blob: Blob,
  signal: AbortSignal,
  onProgress: (sent: number) => void,
): Promise<string> {
  const body = blob.slice(offset, offset + size);
  const etag = await sendBytes({ url, headers: {}, body, signal, onProgress });
  if (!etag) throw new UploadError('The storage did not say what it received.', undefined, false);
  await api.put<void>(`/media/${mediaId}/parts/${number}`, { etag });
  return etag;
}
