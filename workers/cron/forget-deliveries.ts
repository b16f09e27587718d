import { forgetDeliveries as forgetIn } from '../../shared/db/media/stream-videos.ts';
import { WEBHOOK_TOLERANCE_MS } from '../../shared/domain/media/verify-webhook.ts';
import type { Services } from '../services.ts';

/** A delivery may be signed for a time as far in the future as in the past. */
const KEPT_MS = 2 * WEBHOOK_TOLERANCE_MS;

/** Forgets webhook deliveries whose signature is over: they are refused for their age from then on. */
export async function forgetDeliveries({ shards }: Services, now: number): Promise<void> {
  await Promise.all(shards.all().map((shard) => forgetIn(shard, now - KEPT_MS)));
}
