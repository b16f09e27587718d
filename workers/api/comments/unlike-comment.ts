import { commentLikeAnswerSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { likeComment } from '../../../shared/db/comments/like-comment.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, route } from '../../http/route.ts';
import { requireVisibleComment } from './require-commented-post.ts';

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
  async (c) => {
    const { services, now } = c.var;
    const { comment } = await requireVisibleComment(c, c.req.valid('param').id);
    const target = { commentId: comment.id, userId: requireViewer(c).id };
    return c.json({ liked: false, likes: await likeComment(services.shards, target, false, now) }, 200);
  },
);
