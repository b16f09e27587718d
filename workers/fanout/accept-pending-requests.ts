import { findUser } from '../../shared/db/accounts/find-user.ts';
import { answerFollowRequest } from '../../shared/db/follows/change-follow.ts';
import { type ListPlace, listFollowers } from '../../shared/db/follows/list-follows.ts';
import type { Services } from '../services.ts';
import { newEdgeWork, runEdgeWork } from './run-edge-work.ts';

/** Requests accepted side by side. */
const PAGE = 50;

/**
 * Accepts every pending request to an account that has gone public: nobody can answer them any more, and whoever asked
 * may follow now. Idempotent; an account that is private again keeps its requests.
 */
export async function acceptPendingRequests(services: Services, followeeId: string, now: number): Promise<void> {
  const { shards } = services;
  if ((await findUser(shards, followeeId))?.isPrivate !== false) return;
  for (let after: ListPlace | null = null; ; ) {
    const rows = await listFollowers(shards, { userId: followeeId, after, limit: PAGE }, 'requested');
    await Promise.all(
      rows.map(async ({ userId: followerId }) => {
        const edge = { followerId, followeeId };
        const work = newEdgeWork(services, followerId, now);
        if (await answerFollowRequest(shards, edge, true, work, now)) await runEdgeWork(services, edge, work, true);
      }),
    );
    const last = rows.at(-1);
    if (!last) return;
    after = { at: last.at, id: last.userId };
  }
}
