import { pause } from './pause.ts';
import { sendBytes } from './send-bytes.ts';
import { UploadError } from './upload-error.ts';

/** What Stream takes at once: a multiple of 256 KiB between 5 and 200 MB. */
const CHUNK_BYTES = 10 * 1_024 * 1_024;
const VERSION = { 'Tus-Resumable': '1.0.0' };
/** A chunk that fails is sent again this often from where the storage stands, before a person is asked. */
const TRIES = 4;
const FIRST_PAUSE_MS = 500;

interface SendTus {
  url: string;
  blob: Blob;
  signal: AbortSignal;
  onProgress: (sent: number) => void;
}

/** Sends a film by tus 1.0.0 from wherever an earlier try stopped. */
export async function sendTus({ url, blob, signal, onProgress }: SendTus): Promise<void> {
  let offset = await readOffset(url, signal);
  let failures = 0;
  while (offset < blob.size) {
    onProgress(offset);
    const begin = offset;
    try {
      const headers = {
        ...VERSION,
        'Upload-Offset': String(begin),
        'Content-Type': 'application/offset+octet-stream',
      };
      const body = blob.slice(begin, begin + CHUNK_BYTES);
      const progress = (sent: number) => onProgress(begin + sent);
      const said = await sendBytes(
        { method: 'PATCH', url, headers, body, signal, onProgress: progress },
        'Upload-Offset',
      );
      offset = said ? Number(said) : begin + body.size;
      failures = 0;
    } catch (error) {
      failures += 1;
      if (signal.aborted || failures >= TRIES || (error instanceof UploadError && !error.canRetry)) throw error;
      await pause(FIRST_PAUSE_MS * 2 ** failures, signal);
      offset = await readOffset(url, signal).catch(() => offset);
    }
  }
  onProgress(blob.size);
}

async function readOffset(url: string, signal: AbortSignal): Promise<number> {
  const response = await fetch(url, { method: 'HEAD', headers: VERSION, signal });
  const offset = Number(response.headers.get('Upload-Offset') ?? Number.NaN);
  if (!response.ok || !Number.isInteger(offset)) {
    throw new UploadError('The upload address has expired.', 'Remove the video and choose it again.', false);
  }
  return offset;
}
