import { commentLikeAnswerSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { answer, route } from '../../http/route.ts';
import { setCommentLike } from './set-comment-like.ts';

/** Likes a comment; liking twice is liking once. */
export const likeComment = route(
  {
    method: 'post',
    path: '/comments/{id}/like',
    tags: ['comments'],
    summary: 'Like a comment',
    limit: 'like',
    request: { params: idParamSchema },
    responses: answer(200, commentLikeAnswerSchema, 'Your mark, and the count with it.'),
    errors: ['not-found', 'conflict'],
  },
  async (c) => c.json({ liked: true, likes: await setCommentLike(c, c.req.valid('param').id, true) }, 200),
);
