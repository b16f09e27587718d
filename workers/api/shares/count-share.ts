import { settleWork } from '../../../shared/db/outbox/settle-work.ts';
import type { Share, ShareWork } from '../../../shared/db/shares/change-share.ts';
import type { IdGenerator } from '../../../shared/ids/index.ts';
import { syncShare } from '../../fanout/sync-share.ts';
import { sendNotice } from '../../notifications/sync-notices.ts';
import type { Services } from '../../services.ts';

/** Ids for what a share will owe, in the sharer's shard. */
export function newShareWork(ids: IdGenerator, shard: number, now: number): ShareWork {
  return {
    entryOutboxId: ids.next(shard, now),
    shareOutboxId: ids.next(shard, now),
    noticeId: ids.next(shard, now),
  };
}

/**
 * Counts a share while its person waits, and tells the author by the queue. The truth is committed: when this fails, the
 * sweep does it instead.
 */
export async function countShare(services: Services, share: Share, work: ShareWork): Promise<number> {
  await sendNotice(services, { id: work.noticeId, work: { topic: 'notice', about: { kind: 'share', ...share } } });
  const shares = await syncShare(services, share);
  await settleWork(services.shards, [work.shareOutboxId]);
  services.caches.counts.forget(share.postId);
  return shares;
}
