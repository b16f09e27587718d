import { commentSchema, idParamSchema } from '../../../shared/contracts/index.ts';
import { releaseComment } from '../../../shared/db/comments/change-comment.ts';
import { AppError } from '../../../shared/errors/index.ts';
import { answer, route } from '../../http/route.ts';
import { sendNotice } from '../../notifications/sync-notices.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { noticeOfComment } from './notice-of-comment.ts';
import { presentOne } from './present-comments.ts';
import { requireOwnThread } from './require-own-thread.ts';

/** Shows a held comment to everybody. What the operator's words hold back, a post's author cannot let through. */
export const approveComment = route(
  {
    method: 'post',
    path: '/comments/{id}/approve',
    tags: ['comments'],
    summary: 'Show a held comment on your post',
    request: { params: idParamSchema },
    responses: answer(200, commentSchema, 'The comment, published.'),
    errors: ['not-found', 'forbidden', 'conflict'],
  },
  async (c) => {
    const { services, now } = c.var;
    const { comment, post } = await requireOwnThread(c, c.req.valid('param').id);
    if (comment.heldReason === 'blocked-word') {
      throw new AppError('forbidden', { detail: 'This comment holds a word that is not allowed here.' });
    }
    if (comment.state === 'published') return c.json(await presentOne(c, post, comment), 200);
    const notice = noticeOfComment(c, comment, []);
    if (!(await releaseComment(services.shards, comment, notice, now))) throw changedMeanwhile();
    await sendNotice(services, notice);
    services.caches.counts.forget(post.id);
    return c.json(await presentOne(c, post, { ...comment, state: 'published', heldReason: null }), 200);
  },
);
