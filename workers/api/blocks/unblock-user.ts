import { idParamSchema } from '../../../shared/contracts/index.ts';
import { noContent, route } from '../../http/route.ts';
import { setBlock } from './set-block.ts';

/** Ends a block. Follows do not come back by themselves. */
export const unblockUser = route(
  {
    method: 'delete',
    path: '/users/{id}/block',
    tags: ['blocks'],
    summary: 'Unblock a user',
    request: { params: idParamSchema },
    responses: noContent,
    errors: ['not-found', 'forbidden'],
  },
  async (c) => {
    await setBlock(c, c.req.valid('param').id, false);
    return c.body(null, 204);
  },
);
