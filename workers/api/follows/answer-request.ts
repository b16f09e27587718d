import { answerFollowRequest } from '../../../shared/db/follows/change-follow.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { shardOfId } from '../../../shared/ids/index.ts';
import { runEdgeWork } from '../../fanout/run-edge-work.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** Accepts or rejects a pending request to the viewer; 404 when there is none. */
export async function answerRequest(c: Pick<AppContext, 'var'>, followerId: string, accept: boolean): Promise<void> {
  const { services, now } = c.var;
  const edge = { followerId, followeeId: requireViewer(c).id };
  const outboxId = services.ids.next(shardOfId(followerId), now);
  if (!(await answerFollowRequest(services.shards, edge, accept, outboxId, now))) throw notFound('follow request');
  await runEdgeWork(services, edge, outboxId);
}
