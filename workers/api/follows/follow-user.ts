import { followAnswerSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { changeFollow } from '../../../shared/db/follows/change-follow.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { newEdgeWork, runEdgeWork } from '../../fanout/run-edge-work.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { requireVisibleUser } from '../../people/require-visible-user.ts';

/** Follows a public account at once, asks a private one. Recent posts are in the home timeline when this answers. */
export const followUser = route(
  {
    method: 'post',
    path: '/users/{id}/follow',
    tags: ['follows'],
    summary: 'Follow a user, or ask to',
    limit: 'follow',
    request: { params: idParamSchema },
    responses: answer(200, followAnswerSchema, 'Where the two now stand.'),
    errors: ['not-found', 'forbidden'],
  },
  async (c) => {
    const viewer = requireViewer(c);
    const { services, now } = c.var;
    const followeeId = c.req.valid('param').id;
    if (followeeId === viewer.id) throw new AppError('forbidden', { detail: 'You cannot follow yourself.' });
    const { person, standing } = await requireVisibleUser(services, viewer, followeeId);
    if (standing?.blocking) throw new AppError('forbidden', { detail: 'Unblock this person before you follow them.' });
    const edge = { followerId: viewer.id, followeeId };
    const work = newEdgeWork(services, viewer.id, now);
    const wanted = person.isPrivate ? 'requested' : 'following';
    const state = await changeFollow(services.shards, edge, wanted, work, now);
    await runEdgeWork(services, edge, work);
    return c.json({ state }, 200);
  },
);
