import { findBlock } from '../../shared/db/blocks/find-block.ts';
import { changeFollow, type Edge } from '../../shared/db/follows/change-follow.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import type { Services } from '../services.ts';
import { newEdgeWork, runEdgeWork } from './run-edge-work.ts';
import { partTags } from './take-off-names.ts';

export type BlockPair = { blockerId: string; blockedId: string };

/**
 * Brings both people's cells up to date with a block, so that either cell can filter any list by itself, and ends the
 * blocked person's follow and the tags of each on posts of the other. Idempotent.
 */
export async function syncBlock(services: Services, { blockerId, blockedId }: BlockPair, now: number): Promise<void> {
  const { shards, stubs } = services;
  const [truth, people] = await Promise.all([
    findBlock(shards, blockerId, blockedId),
    loadPeople(shards, [blockerId, blockedId]),
  ]);
  if (!truth) return;
  const blocker = people.get(blockerId);
  const blocked = people.get(blockedId);
  const { active, version } = truth;
  await Promise.all([
    active && stubs.inbox(blockerId).forgetUnread(blockedId),
    active && stubs.inbox(blockedId).forgetUnread(blockerId),
    active && endFollow(services, { followerId: blockedId, followeeId: blockerId }, now),
    blocker &&
      stubs
        .cell(blocker.cellId)
        .applyBlock({ userId: blockerId, otherId: blockedId, direction: 'blocking', active, version }),
    blocked &&
      stubs
        .cell(blocked.cellId)
        .applyBlock({ userId: blockedId, otherId: blockerId, direction: 'blocked-by', active, version }),
  ]);
  if (!active) return;
  // Once the cells know, so that a tag which is written later is taken off by the job of its post.
  await Promise.all([
    partTags(services, { userId: blockerId, authorId: blockedId }, now),
    partTags(services, { userId: blockedId, authorId: blockerId }, now),
  ]);
}

async function endFollow(services: Services, edge: Edge, now: number): Promise<void> {
  const work = newEdgeWork(services, edge.followerId, now);
  await changeFollow(services.shards, edge, 'none', work, now);
  await runEdgeWork(services, edge, work);
}
