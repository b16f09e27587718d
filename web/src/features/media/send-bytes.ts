import { UploadError } from './upload-error.ts';

export interface SendBytes {
  /** PUT unless the address asks for another. */
  method?: string;
  url: string;
  headers: Record<string, string>;
  body: Blob;
  /** The field of a form that the bytes go into, where the storage takes forms. */
  form?: string | undefined;
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
 * Sends the bytes to their address and answers a header of what the storage says to them. XMLHttpRequest, because `fetch`
 * does not tell how much was sent.
 */
export function sendBytes(sending: SendBytes, answerHeader = 'ETag'): Promise<string> {
  const { method = 'PUT', url, headers, body, form, signal, onProgress } = sending;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    const settle = (finish: () => void) => {
      signal.removeEventListener('abort', abort);
      finish();
    };
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(Math.min(event.loaded, body.size));
    request.onload = () =>
      settle(() =>
        request.status < 300 ? resolve(request.getResponseHeader(answerHeader) ?? '') : reject(refusal(request.status)),
      );
    request.onerror = () =>
      settle(() => reject(new UploadError('The connection was lost.', 'Try again when you are online.', true)));
    request.onabort = () => settle(() => reject(new DOMException('The upload was stopped.', 'AbortError')));
    if (signal.aborted) return reject(new DOMException('The upload was stopped.', 'AbortError'));
    signal.addEventListener('abort', abort);
    request.send(form ? formOf(form, body) : body);
  });
}

function formOf(field: string, body: Blob): FormData {
  const form = new FormData();
  form.append(field, body);
  return form;
}
