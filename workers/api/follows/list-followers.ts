import { idParamSchema, pageQuerySchema, peoplePageSchema } from '../../../shared/contracts/index.ts';
import { listFollowers as readFollowers } from '../../../shared/db/follows/list-follows.ts';
import { answer, route } from '../../http/route.ts';
import { requireVisiblePostsOf } from '../../people/require-visible-user.ts';
import { listPeople } from './list-people.ts';

/** Who follows a user, newest first. */
export const listFollowers = route(
  {
    method: 'get',
    path: '/users/{id}/followers',
    tags: ['follows'],
    summary: 'Who follows a user',
    access: 'optional',
    limit: 'read',
    request: { params: idParamSchema, query: pageQuerySchema },
    responses: answer(200, peoplePageSchema, 'A page of people.'),
    errors: ['not-found'],
  },
  async (c) => {
    const { services, viewer } = c.var;
    const userId = c.req.valid('param').id;
    await requireVisiblePostsOf(services, viewer, userId);
    const page = await listPeople(services, viewer, 'followers', c.req.valid('query'), (after, limit) =>
      readFollowers(services.shards, { userId, after, limit }),
    );
    return c.json(page, 200);
  },
);
