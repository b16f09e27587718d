import type { OutboxItem } from '../../shared/db/outbox/outbox-work.ts';

/** Messages that one `sendBatch` takes. */
const SEND_SIZE = 100;

/** Sends a message for each row, however many there are. */
export async function sendWork(queue: Queue<OutboxItem>, items: readonly OutboxItem[]): Promise<void> {
  for (let start = 0; start < items.length; start += SEND_SIZE) {
    await queue.sendBatch(items.slice(start, start + SEND_SIZE).map((body) => ({ body })));
  }
}
