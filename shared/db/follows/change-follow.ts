import { sql } from 'drizzle-orm';
import type { FollowState } from '../../contracts/index.ts';
import { commitBatch } from '../commit-batch.ts';
import type { OutboxItem } from '../outbox/outbox-work.ts';
import { oweWork } from '../outbox/owe-work.ts';
import type { Shard, ShardRouter } from '../shard-router.ts';

export type Edge = { followerId: string; followeeId: string };

/** Names what a change of an edge owes: to bring its copies up to date, and to tell whom it concerns. */
export type EdgeWork = { outboxId: string; noticeId: string };

/**
 * Writes the truth of an edge and the work it owes, in one batch, and answers the state that now holds. Asking again
 * changes nothing: somebody who follows stays a follower when the account has gone private since.
 */
export async function changeFollow(
  shards: ShardRouter,
  { followerId, followeeId }: Edge,
  wanted: FollowState,
  work: EdgeWork,
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
  const owed = edgeItems({ followerId, followeeId }, work, false).map((item) => oweWork(shard, item, now));
  await commitBatch(shard, [change, ...owed]);
  return (await findEdge(shard, { followerId, followeeId }))?.state ?? 'none';
}

/** Accepts or rejects a pending request: the truth changes only while it is still pending. Answers whether it did. */
export async function answerFollowRequest(
  shards: ShardRouter,
  { followerId, followeeId }: Edge,
  accept: boolean,
  work: EdgeWork,
  now: number,
): Promise<boolean> {
  const shard = shards.forId(followerId);
  const owed = edgeItems({ followerId, followeeId }, work, accept).map((item) => oweWork(shard, item, now));
  const [changed = 0] = await commitBatch(shard, [
    sql`
      UPDATE follows SET state = ${accept ? 'following' : 'none'}, version = version + 1, created_at = ${now}
      WHERE follower_id = ${followerId} AND followee_id = ${followeeId} AND state = 'requested'`,
    ...owed,
  ]);
  return changed > 0;
}

/** The rows that a change of an edge owes; `accepted` when it answers a request. */
export function edgeItems(edge: Edge, { outboxId, noticeId }: EdgeWork, accepted: boolean): [OutboxItem, OutboxItem] {
  return [
    { id: outboxId, work: { topic: 'edge', ...edge } },
    { id: noticeId, work: { topic: 'notice', about: { kind: 'follow', ...edge, accepted } } },
  ];
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
