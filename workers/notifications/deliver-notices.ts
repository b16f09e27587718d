import type { NoticeChange } from '../../durable-objects/inbox/apply-notice.ts';
import type { Standing } from '../../durable-objects/timeline-cell/describe-people.ts';
import { loadPeople, type PersonRow } from '../../shared/db/people/load-people.ts';
import { mayHearOf } from '../../shared/domain/notifications/may-notify.ts';
import { canSeePosts } from '../../shared/domain/visibility/can-see-posts.ts';
import type { Services } from '../services.ts';
import type { NoticePlan } from './plan.ts';

/**
 * Carries plans to the inboxes: for each person one call to their cell, which knows whom they block, mute and follow, and
 * one to their inbox, however many plans there are. Answers whose inboxes or cells failed.
 */
export async function deliverNotices(services: Services, plans: readonly NoticePlan[]): Promise<Set<string>> {
  if (plans.length === 0) return new Set();
  const byRecipient = Map.groupBy(plans, ({ recipientId }) => recipientId);
  const authorIds = plans.flatMap(({ postAuthorId }) => postAuthorId ?? []);
  const people = await loadPeople(services.shards, [...byRecipient.keys(), ...authorIds]);
  const failed = new Set<string>();
  await Promise.all(
    [...byRecipient].map(async ([recipientId, own]) => {
      try {
        await deliverTo(services, recipientId, own, people);
      } catch {
        failed.add(recipientId);
      }
    }),
  );
  return failed;
}

async function deliverTo(
  { stubs, config }: Services,
  recipientId: string,
  plans: readonly NoticePlan[],
  people: ReadonlyMap<string, PersonRow>,
): Promise<void> {
  const recipient = people.get(recipientId);
  if (!recipient) return;
  const otherIds = new Set(
    plans.flatMap(({ actors, postAuthorId }) => [
      ...actors.map(({ userId }) => userId),
      ...(postAuthorId ? [postAuthorId] : []),
    ]),
  );
  const ids = [...otherIds];
  const list = ids.length > 0 ? await stubs.cell(recipient.cellId).describePeople(recipientId, ids) : [];
  const standings = new Map(ids.flatMap((id, index) => (list[index] ? [[id, list[index]] as const] : [])));
  const changes = plans.flatMap((plan) => toChange(plan, people, standings));
  if (changes.length > 0) await stubs.inbox(recipientId).apply(changes, config.INBOX_KEEP);
}

function toChange(
  plan: NoticePlan,
  people: ReadonlyMap<string, PersonRow>,
  standings: ReadonlyMap<string, Standing>,
): NoticeChange[] {
  const { recipientId, subject, version, gone, at } = plan;
  if (gone) return [{ ...subject, version, gone, at, from: [] }];
  if (!seesPost(plan, people, standings)) return [];
  const from = plan.actors.flatMap(({ userId, at: actedAt }) => {
    const standing = standings.get(userId);
    if (userId === recipientId || !standing || !mayHearOf(subject.kind, standing)) return [];
    return [{ userId, followed: standing.following, at: actedAt }];
  });
  return from.length > 0 ? [{ ...subject, version, gone, at, from }] : [];
}

function seesPost(
  { recipientId, postAuthorId }: NoticePlan,
  people: ReadonlyMap<string, PersonRow>,
  standings: ReadonlyMap<string, Standing>,
): boolean {
  if (postAuthorId === null || postAuthorId === recipientId) return true;
  const author = people.get(postAuthorId);
  return author !== undefined && canSeePosts(recipientId, author, standings.get(postAuthorId));
}
