import type { GoneComment } from '../../shared/db/outbox/outbox-work.ts';
import { type NoticeSubject, noticeOf } from '../../shared/domain/notifications/notice.ts';
import { timeOfId } from '../../shared/ids/index.ts';
import type { NoticePlan } from './plan.ts';

/** That deleted comments, and likes of them, are no longer told to anybody whom they were told to. */
export function planCommentsGone({ postId, comments }: { postId: string; comments: GoneComment[] }): NoticePlan[] {
  return comments.flatMap(({ commentId, toldIds, likedAuthorId }) => [
    ...planCommentGone(commentId, postId, toldIds),
    ...(likedAuthorId ? [planGone(likedAuthorId, noticeOf.commentLikes(commentId, postId), commentId)] : []),
  ]);
}

/** The same for one comment and some people. */
export function planCommentGone(commentId: string, postId: string, toldIds: readonly string[]): NoticePlan[] {
  const subject = noticeOf.comment('comment', { commentId, postId, actorId: '' });
  return toldIds.map((recipientId) => planGone(recipientId, subject, commentId));
}

/** A deleted comment never comes back: no version is above this one. */
function planGone(recipientId: string, subject: NoticeSubject, commentId: string): NoticePlan {
  const version = Number.MAX_SAFE_INTEGER;
  return { recipientId, subject, version, postAuthorId: null, actors: [], gone: true, at: timeOfId(commentId) };
}
