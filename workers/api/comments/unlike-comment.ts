import { commentLikeAnswerSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';
import { setCommentLike } from './set-comment-like.ts';

/** Takes a like of a comment back. */
export const unlikeComment = route(
  {
    method: 'delete',
    path: '/comments/{id}/like',
    tags: ['comments'],
    summary: 'Take a like of a comment back',
    request: { params: idParamSchema },
    responses: answer(200, commentLikeAnswerSchema, 'Your mark, and the count with it.'),
    errors: ['not-found'],
  },
  async (c) => c.json({ liked: false, likes: await setCommentLike(c, c.req.valid('param').id, false) }, 200),
);
