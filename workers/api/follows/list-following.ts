import { idParamSchema, pageQuerySchema, peoplePageSchema } from '../../../shared/contracts/index.ts';
import { listFollowing as readFollowing } from '../../../shared/db/follows/list-follows.ts';
import { answer, route } from '../../http/route.ts';
import { requireVisiblePostsOf } from '../../people/require-visible-user.ts';
import { listPeople } from './list-people.ts';

/** Whom a user follows, newest first. */
export const listFollowing = route(
  {
    method: 'get',
    path: '/users/{id}/following',
    tags: ['follows'],
    summary: 'Whom a user follows',
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
    const page = await listPeople(services, viewer, 'following', c.req.valid('query'), (after, limit) =>
      readFollowing(services.shards, { userId, after, limit }),
    );
    return c.json(page, 200);
  },
);
