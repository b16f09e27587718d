import type { OutboxItem } from '../../shared/db/outbox/outbox-work.ts';
import { settleWork } from '../../shared/db/outbox/settle-work.ts';
import { finishMove } from '../cells/move-user.ts';
import { acceptPendingRequests } from '../fanout/accept-pending-requests.ts';
import { type ModeItem, syncMode } from '../fanout/change-mode.ts';
import { purgeAccount } from '../fanout/purge-account.ts';
import { purgePost } from '../fanout/purge-post.ts';
import { syncBlock } from '../fanout/sync-block.ts';
import { syncEdge } from '../fanout/sync-edge.ts';
import { type PostItem, planPosts, syncPosts } from '../fanout/sync-posts.ts';
import { syncShare } from '../fanout/sync-share.ts';
import { type NoticeItem, owePostNotices, syncNotices } from '../notifications/sync-notices.ts';
import type { Services } from '../services.ts';
import type { FanoutMessage } from './fanout-message.ts';

/**
 * Cells that an invocation calls for posts, and again half as many for changes of mode. A batch of a hundred pages could
 * call 25,000; an invocation has 10,000 subrequests, of which the look-ups and notices of a batch take some thousand.
 */
const CELLS_AT_ONCE = 3_000;

/**
 * Works off outbox rows. Every message may come twice, late or never; a row goes only when its work is done. What is more
 * than one invocation should do is delivered again, those that came most often first.
 */
export async function consumeFanout(
  services: Services,
  batch: MessageBatch<FanoutMessage>,
  cellsAtOnce = CELLS_AT_ONCE,
): Promise<void> {
  const messages = batch.messages.toSorted((one, other) => other.attempts - one.attempts);
  const items = new Map(messages.map(({ body }) => [body.id, body]));
  const { done, retry } = await workOff(services, [...items.values()], cellsAtOnce);
  await settleWork(services.shards, done);
  for (const message of batch.messages) {
    if (retry.has(message.body.id)) message.retry();
    else message.ack();
  }
}

/** `done` rows may go; `retry` failed as a whole, or was too much at once. What was done in part is in neither: its rest was sent anew. */
type Progress = { done: Set<string>; retry: Set<string> };

/** Does the work of each row, whatever becomes of the others. */
export async function workOff(
  services: Services,
  items: readonly OutboxItem[],
  cellsAtOnce = CELLS_AT_ONCE,
): Promise<Progress> {
  const posts = items.filter(isPost);
  const notices = items.filter(isNotice);
  const modes = items.filter(isMode);
  const others = items.filter((item) => !isPost(item) && !isNotice(item) && !isMode(item));
  const progress: Progress = { done: new Set(), retry: new Set() };
  const pages = Math.max(1, Math.floor(cellsAtOnce / 2 / services.config.FANOUT_PAGE_CELLS));
  for (const { id } of modes.slice(pages)) progress.retry.add(id);
  await Promise.all([
    settle(progress, posts, () => syncWithNotices(services, posts, cellsAtOnce, progress)),
    ...modes
      .slice(0, pages)
      .map((item) => settle(progress, [item], async () => ((await syncMode(services, item)) ? [item.id] : []))),
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
async function syncWithNotices(
  services: Services,
  posts: readonly PostItem[],
  cellsAtOnce: number,
  { retry }: Progress,
): Promise<Iterable<string>> {
  const plan = await planPosts(services, posts, cellsAtOnce, Date.now());
  const whole = plan.items.filter(({ work }) => work.cells === undefined);
  await owePostNotices(services, new Set(whole.map(({ work }) => work.postId)), Date.now());
  const done = await syncPosts(services, plan, Date.now());
  for (const { id } of plan.left) retry.add(id);
  return done;
}

function isMode(item: OutboxItem): item is ModeItem {
  return item.work.topic === 'mode';
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
  else if (work.topic === 'gone-public') await acceptPendingRequests(services, work.userId, Date.now());
  else if (work.topic === 'move') await finishMove(services, { id, ...work });
  else if (work.topic === 'share') await syncShare(services, work);
  else if (work.topic === 'purge' && !(await purgePost(services, work.postId, Date.now()))) {
    await services.fanoutQueue.send({ id, work });
    return [];
  }
  return [id];
}
