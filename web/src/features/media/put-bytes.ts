import { UploadError } from './upload-error.ts';

export interface PutBytes {
  url: string;
  headers: Record<string, string>;
  body: Blob;
  signal: AbortSignal;
  /** Bytes that have left this machine so far. */
  onProgress: (sent: number) => void;
}

/** What the storage says to an address whose time is over. */
const EXPIRED = 403;

function refusal(status: number): UploadError {
  if (status === EXPIRED)
    return new UploadError('The upload address has expired.', 'Try again to get a new one.', true);
  if (status === 413) return new UploadError('The storage refused the file as too large.', undefined, false);
  return new UploadError(`The storage answered ${status}.`, 'Try again.', true);
}

/**
 * Sends the bytes to their presigned address and answers the storage's `ETag` for them. XMLHttpRequest, because `fetch` does
 * not tell how much was sent.
 */
export function putBytes({ url, headers, body, signal, onProgress }: PutBytes): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const settle = (finish: () => void) => {
      signal.removeEventListener('abort', abort);
      finish();
    };
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(Math.min(event.loaded, body.size));
    request.onload = () =>
      settle(() =>
        request.status < 300 ? resolve(request.getResponseHeader('ETag') ?? '') : reject(refusal(request.status)),
      );
    request.onerror = () =>
      settle(() => reject(new UploadError('The connection was lost.', 'Try again when you are online.', true)));
    request.onabort = () => settle(() => reject(new DOMException('The upload was stopped.', 'AbortError')));
    if (signal.aborted) return reject(new DOMException('The upload was stopped.', 'AbortError'));
    signal.addEventListener('abort', abort);
    request.send(body);
  });
}
