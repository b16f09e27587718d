import { followAnswerSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { changeFollow } from '../../../shared/db/follows/change-follow.ts';
import { newEdgeWork, runEdgeWork } from '../../fanout/run-edge-work.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';

/** Unfollows, or takes a request back. The posts are gone from the home timeline when this answers. */
export const unfollowUser = route(
  {
    method: 'delete',
    path: '/users/{id}/follow',
    tags: ['follows'],
    summary: 'Unfollow a user, or take a request back',
    request: { params: idParamSchema },
    responses: answer(200, followAnswerSchema, 'Where the two now stand.'),
  },
  async (c) => {
    const viewer = requireViewer(c);
    const { services, now } = c.var;
    const edge = { followerId: viewer.id, followeeId: c.req.valid('param').id };
    const work = newEdgeWork(services, viewer.id, now);
    const state = await changeFollow(services.shards, edge, 'none', work, now);
    await runEdgeWork(services, edge, work);
    return c.json({ state }, 200);
  },
);
