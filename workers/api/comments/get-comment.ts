import { commentSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';
import { presentOne } from './present-comments.ts';
import { requireVisibleComment } from './require-commented-post.ts';

/** One comment, for whoever may see its post. */
export const getComment = route(
  {
    method: 'get',
    path: '/comments/{id}',
    tags: ['comments'],
    summary: 'One comment',
    access: 'optional',
    limit: 'read',
    request: { params: idParamSchema },
    responses: answer(200, commentSchema, 'The comment.'),
    errors: ['not-found'],
  },
  async (c) => {
    const { comment, post } = await requireVisibleComment(c, c.req.valid('param').id);
    return c.json(await presentOne(c, post, comment), 200);
  },
);
