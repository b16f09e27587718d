import { idParamSchema, userSchema } from '../../../shared/contracts/index.ts';
import { findUser } from '../../../shared/db/accounts/find-user.ts';
import { observeAuthor } from '../../cells/observe-author.ts';
import { answer, route } from '../../http/route.ts';
import { presentUser } from './present-user.ts';

/** A profile by id. */
export const getUser = route(
  {
    method: 'get',
    path: '/users/{id}',
    tags: ['users'],
    summary: 'A user',
    access: 'optional',
    limit: 'read',
    edgeCached: true,
    errors: ['not-found'],
    request: { params: idParamSchema },
    responses: answer(200, userSchema, 'The user.'),
  },
  async (c) => {
    const { services, viewer } = c.var;
    const row = await findUser(services.shards, c.req.valid('param').id);
    const user = await presentUser(services, viewer, row);
    observeAuthor(c, user.id, 'profile');
    return c.json(user, 200);
  },
);
