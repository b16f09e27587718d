import { pageQuerySchema, peoplePageSchema } from '../../../shared/contracts/index.ts';
import { listFollowers } from '../../../shared/db/follows/list-follows.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { listPeople } from './list-people.ts';

/** Who asks to follow you, newest first. */
export const listFollowRequests = route(
  {
    method: 'get',
    path: '/follow-requests',
    tags: ['follows'],
    summary: 'Who asks to follow you',
    request: { query: pageQuerySchema },
    responses: answer(200, peoplePageSchema, 'A page of people.'),
  },
  async (c) => {
    const viewer = requireViewer(c);
    const { services } = c.var;
    const page = await listPeople(services, viewer, 'requests', c.req.valid('query'), (after, limit) =>
      listFollowers(services.shards, { userId: viewer.id, after, limit }, 'requested'),
    );
    return c.json(page, 200);
  },
);
