import { findBlock } from '../../shared/db/blocks/find-block.ts';
import { loadPeople } from '../../shared/db/people/load-people.ts';
import type { Services } from '../services.ts';

export type BlockPair = { blockerId: string; blockedId: string };

/** Brings both people's cells up to date with a block, so that either cell can filter any list by itself. Idempotent. */
export async function syncBlock({ shards, stubs }: Services, { blockerId, blockedId }: BlockPair): Promise<void> {
  const [truth, people] = await Promise.all([
    findBlock(shards, blockerId, blockedId),
    loadPeople(shards, [blockerId, blockedId]),
  ]);
  if (!truth) return;
  const blocker = people.get(blockerId);
  const blocked = people.get(blockedId);
  const { active, version } = truth;
  await Promise.all([
    blocker &&
      stubs
        .cell(blocker.cellId)
        .applyBlock({ userId: blockerId, otherId: blockedId, direction: 'blocking', active, version }),
    blocked &&
      stubs
        .cell(blocked.cellId)
        .applyBlock({ userId: blockedId, otherId: blockerId, direction: 'blocked-by', active, version }),
  ]);
}
