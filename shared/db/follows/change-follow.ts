import { sql } from 'drizzle-orm';
import type { FollowState } from '../../contracts/index.ts';
import { commitBatch } from '../commit-batch.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { oweWork } from '../outbox/owe-work.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';

export type Edge = { followerId: string; followeeId: string };

/**
 * Writes the truth of an edge and the work it owes, in one batch, and answers the state that now holds. Asking again
 * changes nothing: somebody who follows stays a follower when the account has gone private since.
 */
export async function changeFollow(
  shards: ShardRouter,
  { followerId, followeeId }: Edge,
  wanted: FollowState,
  outboxId: string,
  now: number,
): Promise<FollowState> {
  const shard = shards.forId(followerId);
  const next =
    wanted === 'requested' ? sql`CASE state WHEN 'following' THEN 'following' ELSE 'requested' END` : sql`${wanted}`;
  const change =
    wanted === 'none'
      ? sql`UPDATE follows SET state = 'none', version = version + 1
            WHERE follower_id = ${followerId} AND followee_id = ${followeeId} AND state <> 'none'`
      : sql`INSERT INTO follows (follower_id, followee_id, state, version, created_at)
            VALUES (${followerId}, ${followeeId}, ${wanted}, 1, ${now})
            ON CONFLICT (follower_id, followee_id) DO UPDATE SET
              created_at = CASE state WHEN 'none' THEN ${now} ELSE created_at END,
              state = ${next}, version = version + 1
            WHERE state <> ${next}`;
  const item: OutboxItem = { id: outboxId, work: { topic: 'edge', followerId, followeeId } };
  await commitBatch(shard, [change, oweWork(shard, item, now)]);
  return (await findEdge(shard, { followerId, followeeId }))?.state ?? 'none';
}

/** Accepts or rejects a pending request: the truth changes only while it is still pending. Answers whether it did. */
export async function answerFollowRequest(
  shards: ShardRouter,
  { followerId, followeeId }: Edge,
  accept: boolean,
  outboxId: string,
  now: number,
): Promise<boolean> {
  const shard = shards.forId(followerId);
  const item: OutboxItem = { id: outboxId, work: { topic: 'edge', followerId, followeeId } };
  const [changed = 0] = await commitBatch(shard, [
    sql`
      UPDATE follows SET state = ${accept ? 'following' : 'none'}, version = version + 1, created_at = ${now}
      WHERE follower_id = ${followerId} AND followee_id = ${followeeId} AND state = 'requested'`,
    oweWork(shard, item, now),
  ]);
  return changed > 0;
}

export type EdgeRow = { state: FollowState; version: number; createdAt: number; followerCell: string };

/** The truth of an edge, with the cell that the follower lives in. */
export async function findEdge(shard: Shard, { followerId, followeeId }: Edge): Promise<EdgeRow | undefined> {
  const rows = await shard.db.all<EdgeRow>(sql`
    SELECT f.state, f.version, f.created_at AS createdAt, u.cell_id AS followerCell
    FROM follows AS f JOIN users AS u ON u.id = f.follower_id
    WHERE f.follower_id = ${followerId} AND f.followee_id = ${followeeId}`);
  return rows[0];
}
