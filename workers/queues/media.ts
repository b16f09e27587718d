import { processMedia } from '../media/process-media.ts';
import type { Services } from '../services.ts';
import type { MediaMessage } from './media-message.ts';

/** Photos in one isolate at once: each holds up to `MAX_PHOTO_BYTES` of an isolate's 128 MB. */
const PARALLEL = 3;
/** Tries grow apart: 2, 4, 8, 16, 32 s. */
const BACKOFF_SECONDS = 2;

/** Verifies each medium and makes its variants. One that fails on our side is delivered again, the others are not. */
export async function consumeMedia(services: Services, batch: MessageBatch<MediaMessage>): Promise<void> {
  const waiting = [...batch.messages];
  const work = async () => {
    for (let message = waiting.shift(); message; message = waiting.shift()) await handle(services, message);
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
}

async function handle(services: Services, message: Message<MediaMessage>): Promise<void> {
  try {
    await processMedia(services, message.body.mediaId, Date.now());
    message.ack();
  } catch (error) {
    // biome-ignore lint/suspicious/noConsole: the Worker's log is where operators look.
    console.error(
      JSON.stringify({ event: 'media-attempt-failed', mediaId: message.body.mediaId, error: String(error) }),
    );
    message.retry({ delaySeconds: BACKOFF_SECONDS ** message.attempts });
  }
}
