import { commentSchema, idParamSchema, updateCommentSchema } from '../../../shared/contracts/index.ts';
import { editComment } from '../../../shared/db/comments/change-comment.ts';
import { findComment } from '../../../shared/db/comments/find-comment.ts';
import { describeHold } from '../../../shared/domain/moderation/judge-comment.ts';
import { AppError, invalidField, notFound } from '../../../shared/errors/index.ts';
import { requireViewer } from '../../http/require-viewer.ts';
import { answer, jsonBody, route } from '../../http/route.ts';
import { sendNotice } from '../../notifications/sync-notices.ts';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { commentsOff } from './comments-off.ts';
import { judgeText } from './judge-text.ts';
import { noticeOfComment } from './notice-of-comment.ts';
import { presentOne } from './present-comments.ts';
import { requireVisibleComment } from './require-commented-post.ts';

const MINUTE_MS = 60_000;

/** Changes the text of your comment while its window is open. A text that would be held back is refused, and the old stays. */
export const updateComment = route(
  {
    method: 'patch',
    path: '/comments/{id}',
    tags: ['comments'],
    summary: 'Edit your comment',
    limit: 'comment',
    request: { params: idParamSchema, body: jsonBody(updateCommentSchema) },
    responses: answer(200, commentSchema, 'The comment.'),
    errors: ['not-found', 'forbidden', 'comments-off', 'conflict'],
  },
  async (c) => {
    const { services, now } = c.var;
    const viewer = requireViewer(c);
    const { comment, post } = await requireVisibleComment(c, c.req.valid('param').id);
    if (comment.authorId !== viewer.id) {
      throw new AppError('forbidden', { detail: 'Only its writer may change a comment.' });
    }
    const minutes = services.config.COMMENT_EDIT_MINUTES;
    const since = now - minutes * MINUTE_MS;
    if (comment.createdAt < since) {
      throw new AppError('forbidden', { detail: `A comment can be changed for ${minutes} minutes.` });
    }
    const judged = await judgeText(c, post, c.req.valid('json').text, comment);
    if (judged.heldReason && comment.state === 'published') {
      throw invalidField('text', describeHold(judged.heldReason, 'writer').message);
    }
    if (comment.state === 'held' && !judged.heldReason && post.commentsOff) throw commentsOff();
    const named = comment.mentions.map(({ userId }) => userId);
    const notice = noticeOfComment(c, comment, named);
    const edit = { ...judged, state: comment.state };
    if (!(await editComment(services.shards, comment.id, edit, notice, since, now))) throw changedMeanwhile();
    await sendNotice(services, notice);
    services.caches.counts.forget(post.id);
    const row = await findComment(services.shards, comment.id, viewer.id);
    if (!row) throw notFound('comment');
    return c.json(await presentOne(c, post, row), 200);
  },
);
