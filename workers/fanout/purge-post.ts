import { deleteCommentsOf } from '../../shared/db/comments/delete-comments-of.ts';
import { deleteLikersOf } from '../../shared/db/likes/delete-likers-of.ts';
import { withdrawalIds } from '../../shared/db/notifications/owe-withdrawals.ts';
import { listEntries } from '../../shared/db/posts/list-entries.ts';
import { listSharers } from '../../shared/db/shares/apply-share.ts';
import { endShare } from '../../shared/db/shares/change-share.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import { sendNotices } from '../notifications/sync-notices.ts';
import type { Services } from '../services.ts';
import { syncShare } from './sync-share.ts';

/** Reposts ended side by side, and parts done by one message: a viral post takes several. */
const SHARERS = 50;
const COMMENTS = 500;
const LIKERS = 5_000;
const PARTS = 20;

/**
 * Deletes what hangs on a deleted post: its comments, its list of likers, its reposts, wherever they are, and what
 * inboxes say of it. False when some is left to do.
 */
export async function purgePost(services: Services, postId: string, now: number): Promise<boolean> {
  const { shards, ids } = services;
  const [entry] = await listEntries(shards, [postId]);
  if (entry?.state !== 'deleted') return true;
  await services.stubs.inbox(entry.sourceId).withdrawPost(postId);
  for (let part = 0; part < PARTS; part++) {
    const sharers = await listSharers(shards, postId, SHARERS);
    await Promise.all(sharers.map((userId) => endRepost(services, { userId, postId }, now)));
    const outboxIds = withdrawalIds(ids, postId, COMMENTS, now);
    const { deleted, owed } = await deleteCommentsOf(shards, postId, { limit: COMMENTS, outboxIds }, now);
    await sendNotices(services, owed);
    const likers = await deleteLikersOf(shards, postId, LIKERS);
    if (sharers.length < SHARERS && deleted < COMMENTS && likers < LIKERS) return true;
  }
  return false;
}

/** Ends a repost, and does what that owes as far as it can be done at once. */
export async function endRepost(
  services: Services,
  share: { userId: string; postId: string },
  now: number,
): Promise<void> {
  const { shards, ids, fanoutQueue } = services;
  const shard = shardOfId(share.userId);
  const [entryOutboxId, shareOutboxId, noticeId] = [ids.next(shard, now), ids.next(shard, now), ids.next(shard, now)];
  const ended = await endShare(shards, share, { entryOutboxId, shareOutboxId, noticeId }, now);
  await syncShare(services, share);
  if (!ended) return;
  await fanoutQueue.sendBatch([
    { body: { id: entryOutboxId, work: { topic: 'post', postId: ended.repostId } } },
    { body: { id: shareOutboxId, work: { topic: 'share', ...share } } },
    { body: { id: noticeId, work: { topic: 'notice', about: { kind: 'share', ...share } } } },
  ]);
}
