import type { Media } from '../../../../shared/contracts/index.ts';
import { api } from '../../api/client.ts';
import { UploadError } from './upload-error.ts';

const FIRST_MS = 300;
const SLOWEST_MS = 2_500;
/** Processing takes seconds; after this the queue is stuck and the person should know. */
const GIVE_UP_MS = 120_000;

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new DOMException('Stopped.', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** Asks after a medium until it is ready; throws its own reason when it failed. */
export async function waitUntilReady(mediaId: string, signal: AbortSignal): Promise<Media> {
  const until = Date.now() + GIVE_UP_MS;
  for (let wait = FIRST_MS; Date.now() < until; wait = Math.min(SLOWEST_MS, wait * 1.5)) {
    const media = await api.get<Media>(`/media/${mediaId}`, {}, signal);
    if (media.status === 'ready') return media;
    if (media.status === 'failed') {
      throw new UploadError(media.error?.message ?? 'The photo could not be processed.', media.error?.hint, false);
    }
    await pause(wait, signal);
  }
  throw new UploadError('Processing takes longer than it should.', 'Try again in a moment.', true);
}
