import { idParamSchema } from '../../../shared/contracts/index.ts';
import { noContent, route } from '../../http/route.ts';
import { setBlock } from './set-block.ts';

/** Blocks: neither sees the other anywhere, and both follows end. */
export const blockUser = route(
  {
    method: 'post',
    path: '/users/{id}/block',
    tags: ['blocks'],
    summary: 'Block a user',
    request: { params: idParamSchema },
    responses: noContent,
    errors: ['not-found', 'forbidden'],
  },
  async (c) => {
    await setBlock(c, c.req.valid('param').id, true);
    return c.body(null, 204);
  },
);
