import { sweepKeys as sweepShard } from '../../shared/db/idempotency/claim-key.ts';
import type { Services } from '../services.ts';

/** Forgets the answers that were kept for retries a day ago. */
export async function sweepKeys({ shards }: Services, now: number): Promise<void> {
  await Promise.all(shards.all().map((shard) => sweepShard(shard, now)));
}
