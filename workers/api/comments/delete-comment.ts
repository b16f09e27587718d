import { idParamSchema } from '../../../shared/contracts/index.ts';
import { deleteComment as writeDeletion } from '../../../shared/db/comments/change-comment.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { noContent, route } from '../../http/route.ts';
import { requireVisibleComment } from './require-commented-post.ts';

/** Deletes your comment, or any below your post, with its replies. */
export const deleteComment = route(
  {
    method: 'delete',
    path: '/comments/{id}',
    tags: ['comments'],
    summary: 'Delete a comment',
    request: { params: idParamSchema },
    responses: noContent,
    errors: ['not-found', 'forbidden'],
  },
  async (c) => {
    const { services } = c.var;
    const viewer = requireViewer(c);
    const { comment, post } = await requireVisibleComment(c, c.req.valid('param').id);
    if (viewer.id !== comment.authorId && viewer.id !== post.authorId) {
      throw new AppError('forbidden', { detail: 'Only its writer and the author of the post may delete a comment.' });
    }
    await writeDeletion(services.shards, comment.id, post.id);
    services.caches.counts.forget(post.id);
    return c.body(null, 204);
  },
);
