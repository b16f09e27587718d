import { type Edge, type EdgeWork, edgeItems } from '../../shared/db/follows/change-follow.ts';
import { settleWork } from '../../shared/db/outbox/settle-work.ts';
import { shardOfId } from '../../shared/ids/index.ts';
import { sendNotice } from '../notifications/sync-notices.ts';
import type { Services } from '../services.ts';
import { syncEdge } from './sync-edge.ts';

/** Ids for what a change of a follower's edge will owe. */
export function newEdgeWork({ ids }: Pick<Services, 'ids'>, followerId: string, now: number): EdgeWork {
  const shard = shardOfId(followerId);
  return { outboxId: ids.next(shard, now), noticeId: ids.next(shard, now) };
}

/**
 * Does an edge's work while its person waits, so that the next read shows it, and leaves telling people to the queue. The
 * truth is committed: when this fails, the outbox rows stay and the sweep does the work instead.
 */
export async function runEdgeWork(services: Services, edge: Edge, work: EdgeWork, accepted = false): Promise<void> {
  const [copies, notice] = edgeItems(edge, work, accepted);
  try {
    await syncEdge(services, edge);
    await settleWork(services.shards, [copies.id]);
  } catch {
    await services.fanoutQueue.send(copies).catch(() => undefined);
  }
  await sendNotice(services, notice);
}
