import { idParamSchema } from '../../../shared/contracts/index.ts';
import { deleteComment as writeDeletion } from '../../../shared/db/comments/change-comment.ts';
import { findComment } from '../../../shared/db/comments/find-comment.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { noContent, route } from '../../http/route.ts';
import { sendNotice } from '../../notifications/sync-notices.ts';
import { noticeOfComment } from './notice-of-comment.ts';
import { findOwnComment, requireVisibleComment } from './require-commented-post.ts';

/** Deletes your comment, also when you may no longer see the post, or any below your post, with its replies. */
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
    const { services, now } = c.var;
    const viewer = requireViewer(c);
    const { id } = c.req.valid('param');
    const { comment, post } = (await findOwnComment(c, id)) ?? (await requireVisibleComment(c, id));
    if (viewer.id !== comment.authorId && viewer.id !== post.authorId) {
      throw new AppError('forbidden', { detail: 'Only its writer and the author of the post may delete a comment.' });
    }
    const parent = comment.parentId ? await findComment(services.shards, comment.parentId, '') : undefined;
    const told = [post.authorId, parent?.authorId, ...comment.mentions.map(({ userId }) => userId)];
    const notice = noticeOfComment(c, comment, told);
    await writeDeletion(services.shards, comment, notice, now);
    await sendNotice(services, notice);
    services.caches.counts.forget(post.id);
    return c.body(null, 204);
  },
);
