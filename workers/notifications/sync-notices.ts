import { listPostsWithPeople, oweAlone } from '../../shared/db/notifications/owe-post-notices.ts';
import type { NoticeCause, OutboxItem, OutboxWork } from '../../shared/db/outbox/outbox-work.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import type { Services } from '../services.ts';
import { deliverNotices } from './deliver-notices.ts';
import type { NoticePlan } from './plan.ts';
import { planComment, planCommentLikes } from './plan-comment.ts';
import { planCommentsGone } from './plan-comments-gone.ts';
import { planFollow } from './plan-follow.ts';
import { planPost } from './plan-post.ts';
import { planShare } from './plan-share.ts';

export type NoticeItem = OutboxItem & { work: Extract<OutboxWork, { topic: 'notice' }> };

/**
 * Brings inboxes up to date with what happened, as D1 says now: causes of a batch that are the same are looked up once,
 * and an inbox is called once. Answers the outbox ids that are done; the sweep tries the others again.
 */
export async function syncNotices(services: Services, items: readonly NoticeItem[]): Promise<string[]> {
  const plansOf = new Map<string, Promise<NoticePlan[]>>();
  const works = await Promise.allSettled(
    items.map(async ({ id, work: { about } }) => {
      const cause = JSON.stringify(about);
      const planned = plansOf.get(cause) ?? planCause(services, about);
      plansOf.set(cause, planned);
      return { id, cause, plans: await planned };
    }),
  );
  const planned = works.flatMap((work) => (work.status === 'fulfilled' ? [work.value] : []));
  const distinct = new Map(planned.map(({ cause, plans }) => [cause, plans]));
  const failed = await deliverNotices(services, [...distinct.values()].flat());
  return planned.filter(({ plans }) => plans.every(({ recipientId }) => !failed.has(recipientId))).map(({ id }) => id);
}

/** Owes notices of posts that name people, apart from their delivery to cells: neither waits for the other. */
export async function owePostNotices(services: Services, postIds: Iterable<string>, now: number): Promise<void> {
  const { shards, ids } = services;
  const items = (await listPostsWithPeople(shards, postIds)).map((postId): NoticeItem => {
    return { id: ids.next(shardOfId(postId), now), work: { topic: 'notice', about: { kind: 'post', postId } } };
  });
  if (items.length === 0) return;
  await oweAlone(shards, items, now);
  await sendNotices(services, items);
}

/** Tells the queue of a notice that is owed; when this fails, the sweep does. */
export async function sendNotice({ fanoutQueue }: Pick<Services, 'fanoutQueue'>, item: OutboxItem): Promise<void> {
  await fanoutQueue.send(item).catch(() => undefined);
}

/** The same for several, each on its own: withdrawals may be large, and a batch of messages holds 256 KB. */
export async function sendNotices(
  services: Pick<Services, 'fanoutQueue'>,
  items: readonly OutboxItem[],
): Promise<void> {
  await Promise.all(items.map((item) => sendNotice(services, item)));
}

async function planCause(services: Services, about: NoticeCause): Promise<NoticePlan[]> {
  if (about.kind === 'post') return planPost(services, about, Date.now());
  if (about.kind === 'comment') return planComment(services, about);
  if (about.kind === 'comments-gone') return planCommentsGone(about);
  if (about.kind === 'comment-like') return planCommentLikes(services, about);
  if (about.kind === 'follow') return planFollow(services, about);
  return planShare(services, about);
}
