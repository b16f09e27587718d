import { answerFollowRequest } from '../../../shared/db/follows/change-follow.ts';
import { notFound } from '../../../shared/errors/index.ts';
import { newEdgeWork, runEdgeWork } from '../../fanout/run-edge-work.ts';
import type { AppContext } from '../../http/app-env.ts';
import { requireViewer } from '../../http/require-viewer.ts';

/** Accepts or rejects a pending request to the viewer; 404 when there is none. */
export async function answerRequest(
  c: Pick<AppContext, 'get' | 'var'>,
  followerId: string,
  accept: boolean,
): Promise<void> {
  const { services, now } = c.var;
  const edge = { followerId, followeeId: requireViewer(c).id };
  const work = newEdgeWork(services, followerId, now);
  if (!(await answerFollowRequest(services.shards, edge, accept, work, now))) throw notFound('follow request');
  await runEdgeWork(services, edge, work, accept);
}
