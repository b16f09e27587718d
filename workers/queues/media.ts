import type { Services } from '../services.ts';
import type { MediaMessage } from './media-message.ts';

/** Verifies each medium and makes its variants. */
export async function consumeMedia(_services: Services, batch: MessageBatch<MediaMessage>): Promise<void> {
  for (const message of batch.messages) message.ack();
}
