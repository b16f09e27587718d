import { sql } from 'drizzle-orm';
import { commitBatch } from '../commit-batch.ts';
import { type EdgeWork, edgeItems } from '../follows/change-follow.ts';
import { oweWork } from '../outbox/owe-work.ts';
import type { ShardRouter } from '../shard-router.ts';

export type BlockChange = {
  blockerId: string;
  blockedId: string;
  active: boolean;
  blockOutboxId: string;
  edgeWork: EdgeWork;
};

/** Writes the truth of a block with the work it owes. A block also ends the blocker's own follow, in the same batch. */
export async function changeBlock(shards: ShardRouter, change: BlockChange, now: number): Promise<void> {
  const { blockerId, blockedId, active } = change;
  const shard = shards.forId(blockerId);
  await commitBatch(shard, [
    sql`
      INSERT INTO blocks (blocker_id, blocked_id, active, version, created_at) VALUES (${blockerId}, ${blockedId}, ${Number(active)}, 1, ${now})
      ON CONFLICT (blocker_id, blocked_id) DO UPDATE SET active = excluded.active, version = version + 1, created_at = ${now}
      WHERE active <> excluded.active`,
    sql`
      UPDATE follows SET state = 'none', version = version + 1
      WHERE ${active} AND follower_id = ${blockerId} AND followee_id = ${blockedId} AND state <> 'none'`,
    oweWork(shard, { id: change.blockOutboxId, work: { topic: 'block', blockerId, blockedId } }, now),
    ...edgeItems({ followerId: blockerId, followeeId: blockedId }, change.edgeWork, false).map((item) =>
      oweWork(shard, item, now),
    ),
  ]);
}
