import { claimDueWork } from '../../shared/db/outbox/claim-due-work.ts';
import { sendWork } from '../fanout/send-work.ts';
import type { Services } from '../services.ts';

/** Sends again what a lost message, a dead process or a failing cell left undone, from every database. */
export async function sweepOutbox({ shards, fanoutQueue }: Services, now: number): Promise<void> {
  await Promise.all(
    shards.all().map(async (shard) => {
      await sendWork(fanoutQueue, await claimDueWork(shard, now));
    }),
  );
}
