import { claimDueWork } from '../../shared/db/outbox/claim-due-work.ts';
import type { Services } from '../services.ts';

/** Messages that one `sendBatch` takes. */
const SEND_SIZE = 100;

/** Sends again what a lost message, a dead process or a failing cell left undone, from every database. */
export async function sweepOutbox({ shards, fanoutQueue }: Services, now: number): Promise<void> {
  await Promise.all(
    shards.all().map(async (shard) => {
      const due = await claimDueWork(shard, now);
      for (let start = 0; start < due.length; start += SEND_SIZE) {
        await fanoutQueue.sendBatch(due.slice(start, start + SEND_SIZE).map((body) => ({ body })));
      }
    }),
  );
}
