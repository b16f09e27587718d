import { idParamSchema, likeAnswerSchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';
import { setLike } from './set-like.ts';

/** Takes a like back. */
export const unlikePost = route(
  {
    method: 'delete',
    path: '/posts/{id}/like',
    tags: ['likes'],
    summary: 'Take a like back',

    request: { params: idParamSchema },
    responses: answer(200, likeAnswerSchema, 'Your mark, and the count with it.'),
    errors: ['not-found'],
  },
  async (c) => setLike(c, c.req.valid('param').id, false),
);
