import { settleWork } from '../../../shared/db/outbox/settle-work.ts';
import type { Share } from '../../../shared/db/shares/change-share.ts';
import { syncShare } from '../../fanout/sync-share.ts';
import type { Services } from '../../services.ts';

/** Counts a share while its person waits. The truth is committed: when this fails, the sweep counts it instead. */
export async function countShare(services: Services, share: Share, outboxId: string): Promise<number> {
  const shares = await syncShare(services, share);
  await settleWork(services.shards, [outboxId]);
  services.caches.counts.forget(share.postId);
  return shares;
}
