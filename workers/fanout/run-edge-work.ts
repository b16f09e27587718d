import type { Edge } from '../../shared/db/follows/change-follow.ts';
import { settleWork } from '../../shared/db/outbox/settle-work.ts';
import type { Services } from '../services.ts';
import { syncEdge } from './sync-edge.ts';

/**
 * Does an edge's work while its person waits, so that the next read shows it. The truth is committed: when this fails,
 * the outbox row stays and the sweep does the work instead.
 */
export async function runEdgeWork(services: Services, edge: Edge, outboxId: string): Promise<void> {
  try {
    await syncEdge(services, edge);
    await settleWork(services.shards, [outboxId]);
  } catch {
    await services.fanoutQueue.send({ id: outboxId, work: { topic: 'edge', ...edge } }).catch(() => undefined);
  }
}
