import { applyReverseEdge } from '../../shared/db/follows/apply-reverse-edge.ts';
import { type Edge, findEdge } from '../../shared/db/follows/change-follow.ts';
import { loadFollowersOfDays, loadRequesters } from '../../shared/db/notifications/load-crowds.ts';
import { followDay, noticeOf } from '../../shared/domain/notifications/notice.ts';
import type { Services } from '../services.ts';
import { type NoticePlan, planCrowd } from './plan.ts';

/**
 * That somebody follows, or asks to, for the one who is followed; that a request was accepted, for the one who asked.
 * Who accepts a request is not told of their new follower.
 */
export async function planFollow(
  { shards }: Services,
  { followerId, followeeId, accepted }: Edge & { accepted: boolean },
): Promise<NoticePlan[]> {
  const edge = { followerId, followeeId };
  const truth = await findEdge(shards.forId(followerId), edge);
  if (!truth) return [];
  // The lists of the followee are copies, which the job of the edge may not have written yet.
  await applyReverseEdge(shards, edge, truth);
  const lookedAt = Date.now();
  const { state, createdAt, version } = truth;
  const day = followDay(createdAt);
  const [followers, requesters] = await Promise.all([
    loadFollowersOfDays(shards, followeeId, [day]),
    loadRequesters(shards, followeeId),
  ]);
  const none = { postAuthorId: null, lookedAt };
  const actor = { userId: followerId, at: createdAt };
  const ofDay = followers.get(day)?.newest ?? [];
  const plans: NoticePlan[] = [
    planCrowd(followeeId, noticeOf.requests(), { ...none, actors: requesters.newest }),
    {
      recipientId: followerId,
      subject: noticeOf.accepted(followeeId),
      version,
      postAuthorId: null,
      actors: accepted && state === 'following' ? [{ userId: followeeId, at: createdAt }] : [],
      gone: state !== 'following',
      at: createdAt,
    },
  ];
  if (state === 'none' && ofDay.length === 0) {
    plans.push(planCrowd(followeeId, noticeOf.followers(createdAt), { ...none, actors: [] }));
  } else if (state === 'following' && !accepted) {
    plans.push(planCrowd(followeeId, noticeOf.followers(createdAt), { ...none, actors: [actor] }));
  }
  return plans;
}
