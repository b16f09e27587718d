import type { OutboxItem } from '../../shared/db/outbox/outbox-work.ts';
import { settleWork } from '../../shared/db/outbox/settle-work.ts';
import { finishMove } from '../cells/move-user.ts';
import { acceptPendingRequests } from '../fanout/accept-pending-requests.ts';
import { syncMode } from '../fanout/change-mode.ts';
import { purgeAccount } from '../fanout/purge-account.ts';
import { purgePost } from '../fanout/purge-post.ts';
import { syncBlock } from '../fanout/sync-block.ts';
import { syncEdge } from '../fanout/sync-edge.ts';
import { type PostItem, syncPosts } from '../fanout/sync-posts.ts';
import { syncShare } from '../fanout/sync-share.ts';
import { type NoticeItem, owePostNotices, syncNotices } from '../notifications/sync-notices.ts';
import type { Services } from '../services.ts';
import type { FanoutMessage } from './fanout-message.ts';

/** Works off outbox rows. Every message may come twice, late or never; a row goes only when its work is done. */
export async function consumeFanout(services: Services, batch: MessageBatch<FanoutMessage>): Promise<void> {
  const items = new Map(batch.messages.map(({ body }) => [body.id, body]));
  const { done, retry } = await workOff(services, [...items.values()]);
  await settleWork(services.shards, done);
  for (const message of batch.messages) {
    if (retry.has(message.body.id)) message.retry();
    else message.ack();
  }
}

/** `done` rows may go; `retry` failed as a whole. What was done in part is in neither: its rest was sent anew. */
type Progress = { done: Set<string>; retry: Set<string> };

/** Does the work of each row, whatever becomes of the others. */
export async function workOff(services: Services, items: readonly OutboxItem[]): Promise<Progress> {
  const posts = items.filter(isPost);
  const notices = items.filter(isNotice);
  const others = items.filter((item) => !isPost(item) && !isNotice(item));
  const progress: Progress = { done: new Set(), retry: new Set() };
  await Promise.all([
    settle(progress, posts, () => syncWithNotices(services, posts)),
    settle(progress, notices, () => syncNotices(services, notices)),
    ...others.map((item) => settle(progress, [item], () => workOffOne(services, item))),
  ]);
  return progress;
}

async function settle(
  progress: Progress,
  items: readonly OutboxItem[],
  work: () => Promise<Iterable<string>>,
): Promise<void> {
  if (items.length === 0) return;
  try {
    for (const id of await work()) progress.done.add(id);
  } catch {
    for (const { id } of items) progress.retry.add(id);
  }
}

/** Whom a post names is told by work of its own, owed before the post's own work can be done. */
async function syncWithNotices(services: Services, posts: readonly PostItem[]): Promise<Iterable<string>> {
  const whole = posts.filter(({ work }) => work.cells === undefined);
  await owePostNotices(services, new Set(whole.map(({ work }) => work.postId)), Date.now());
  return syncPosts(services, posts, Date.now());
}

function isNotice(item: OutboxItem): item is NoticeItem {
  return item.work.topic === 'notice';
}

function isPost(item: OutboxItem): item is PostItem {
  return item.work.topic === 'post';
}

async function workOffOne(services: Services, { id, work }: OutboxItem): Promise<string[]> {
  if (work.topic === 'account') return (await purgeAccount(services, work.userId, Date.now())) ? [id] : [];
  if (work.topic === 'edge') await syncEdge(services, work);
  else if (work.topic === 'block') await syncBlock(services, work, Date.now());
  else if (work.topic === 'mode') await syncMode(services, work.sourceId);
  else if (work.topic === 'gone-public') await acceptPendingRequests(services, work.userId, Date.now());
  else if (work.topic === 'move') await finishMove(services, { id, ...work });
  else if (work.topic === 'share') await syncShare(services, work);
  else if (work.topic === 'purge' && !(await purgePost(services, work.postId, Date.now()))) {
    await services.fanoutQueue.send({ id, work });
    return [];
  }
  return [id];
}
