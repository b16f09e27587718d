import { meSchema } from '../../../shared/contracts/index.ts';
import { findUser } from '../../../shared/db/accounts/find-user.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { presentMe } from './present-me.ts';

/** The viewer's own account. */
export const getMe = route(
  {
    method: 'get',
    path: '/users/me',
    tags: ['users'],
    summary: 'Your account',
    responses: answer(200, meSchema, 'Your account.'),
  },
  async (c) => {
    const user = await findUser(c.var.services.shards, requireViewer(c).id);
    // The token outlives a suspension by up to an hour; the account does not.
    if (user?.status !== 'active') throw new AppError('invalid-token');
    return c.json(presentMe(user), 200);
  },
);
