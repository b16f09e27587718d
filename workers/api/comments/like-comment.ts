import { commentLikeAnswerSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { likeComment as writeLike } from '../../../shared/db/comments/like-comment.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { requireVisibleComment } from './require-commented-post.ts';

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
    errors: ['not-found'],
  },
  async (c) => {
    const { services, now } = c.var;
    const { comment } = await requireVisibleComment(c, c.req.valid('param').id);
    const target = { commentId: comment.id, userId: requireViewer(c).id };
    return c.json({ liked: true, likes: await writeLike(services.shards, target, true, now) }, 200);
  },
);
