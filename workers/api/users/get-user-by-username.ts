import { usernameParamSchema, userSchema } from '../../../shared/contracts/index.ts';
import { findUserByHandle } from '../../../shared/db/accounts/find-user.ts';
import { normalizeHandle } from '../../../shared/domain/accounts/normalize-handle.ts';
import { observeAuthor } from '../../cells/observe-author.ts';
import { answer, route } from '../../http/route.ts';
import { presentUser } from './present-user.ts';

/** A profile by username, whatever its case. */
export const getUserByUsername = route(
  {
    method: 'get',
    path: '/users/by-username/{name}',
    tags: ['users'],
    summary: 'A user by username',
    access: 'optional',
    limit: 'read',
    edgeCached: true,
    errors: ['not-found'],
    request: { params: usernameParamSchema },
    responses: answer(200, userSchema, 'The user.'),
  },
  async (c) => {
    const { services, viewer } = c.var;
    const value = normalizeHandle(c.req.valid('param').name);
    const row = await findUserByHandle(services.shards, { kind: 'username', value });
    const user = await presentUser(services, viewer, row);
    observeAuthor(c, user.id, 'profile');
    return c.json(user, 200);
  },
);
