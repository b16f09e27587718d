import { idParamSchema } from '../../../shared/contracts/index.ts';
import { deleteComment as writeDeletion } from '../../../shared/db/comments/change-comment.ts';
import { withdrawalIds } from '../../../shared/db/notifications/owe-withdrawals.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { noContent, route } from '../../http/route.ts';
import { sendNotices } from '../../notifications/sync-notices.ts';
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
    const outboxIds = withdrawalIds(services.ids, post.id, 1 + comment.replies, now);
    const owed = await writeDeletion(services.shards, comment, outboxIds, now);
    await sendNotices(services, owed);
    services.caches.counts.forget(post.id);
    return c.body(null, 204);
  },
);
