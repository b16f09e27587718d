import { changeBlock } from '../../../shared/db/blocks/change-block.ts';
import { settleWork } from '../../../shared/db/outbox/settle-work.ts';
import { loadPeople } from '../../../shared/db/people/load-people.ts';
import { AppError, notFound } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { newEdgeWork, runEdgeWork } from '../../fanout/run-edge-work.ts';
import { syncBlock } from '../../fanout/sync-block.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** Writes a block's truth, then brings both cells and both edges up to date while the person waits. */
export async function setBlock(c: Pick<AppContext, 'get' | 'var'>, blockedId: string, active: boolean): Promise<void> {
  const { services, now } = c.var;
  const { shards, ids, fanoutQueue } = services;
  const viewer = requireViewer(c);
  if (blockedId === viewer.id) throw new AppError('forbidden', { detail: 'You cannot block yourself.' });
  if (!(await loadPeople(shards, [blockedId])).has(blockedId)) throw notFound('user');
  const blockOutboxId = ids.next(shardOfId(viewer.id), now);
  const edgeWork = newEdgeWork(services, viewer.id, now);
  const pair = { blockerId: viewer.id, blockedId };
  await changeBlock(shards, { ...pair, active, blockOutboxId, edgeWork }, now);
  const own = runEdgeWork(services, { followerId: viewer.id, followeeId: blockedId }, edgeWork);
  const relation = syncBlock(services, pair, now).then(
    () => settleWork(shards, [blockOutboxId]),
    () => fanoutQueue.send({ id: blockOutboxId, work: { topic: 'block', ...pair } }),
  );
  await Promise.all([own, relation]);
}
