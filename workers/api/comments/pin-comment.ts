import { idParamSchema } from '../../../shared/contracts/index.ts';
import { pinComment as writePin } from '../../../shared/db/comments/change-comment.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { noContent, route } from '../../http/route.ts';
import { requireOwnThread } from './require-own-thread.ts';

/** Shows a comment first below your post, in place of any that was pinned before. */
export const pinComment = route(
  {
    method: 'post',
    path: '/comments/{id}/pin',
    tags: ['comments'],
    summary: 'Pin a comment to the top of your post',
    request: { params: idParamSchema },
    responses: noContent,
    errors: ['not-found', 'forbidden', 'conflict'],
  },
  async (c) => {
    const { comment, post } = await requireOwnThread(c, c.req.valid('param').id);
    if (comment.parentId !== null) throw new AppError('conflict', { detail: 'A reply stays in its thread.' });
    if (comment.state === 'held') throw new AppError('conflict', { detail: 'Approve the comment before you pin it.' });
    await writePin(c.var.services.shards, post.id, comment.id);
    return c.body(null, 204);
  },
);

export const unpinComment = route(
  {
    method: 'delete',
    path: '/comments/{id}/pin',
    tags: ['comments'],
    summary: 'Unpin a comment',
    request: { params: idParamSchema },
    responses: noContent,
    errors: ['not-found', 'forbidden'],
  },
  async (c) => {
    const { comment, post } = await requireOwnThread(c, c.req.valid('param').id);
    if (post.pinnedCommentId === comment.id) await writePin(c.var.services.shards, post.id, null);
    return c.body(null, 204);
  },
);
