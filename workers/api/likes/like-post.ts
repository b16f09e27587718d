import { idParamSchema, likeAnswerSchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';
import { setLike } from './set-like.ts';

/** Likes a post; liking twice is liking once. */
export const likePost = route(
  {
    method: 'post',
    path: '/posts/{id}/like',
    tags: ['likes'],
    summary: 'Like a post',
    limit: 'like',
    limitInHandler: true,
    request: { params: idParamSchema },
    responses: answer(200, likeAnswerSchema, 'Your mark, and the count with it.'),
    errors: ['not-found'],
  },
  async (c) => setLike(c, c.req.valid('param').id, true, 'like'),
);
