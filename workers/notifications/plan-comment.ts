import { loadCommentLikers } from '../../shared/db/notifications/load-crowds.ts';
import { loadNoticedComments, type NoticedComment } from '../../shared/db/notifications/load-noticed-comments.ts';
import { noticeOf } from '../../shared/domain/notifications/notice.ts';
import type { Services } from '../services.ts';
import { type NoticePlan, planCrowd } from './plan.ts';
import { planCommentGone } from './plan-comments-gone.ts';

type CommentCause = { commentId: string; postId: string; formerIds: readonly string[] };

/**
 * Who hears of a comment: whom it mentions, whom it answers and whose thread it joins, and whose post it is on. One person hears once. A comment
 * that is held back is heard of when it is let through; a deleted one never comes back. An archived post keeps nothing
 * from being told, only from being shown: restoring it owes nothing.
 */
export async function planComment({ shards }: Services, cause: CommentCause): Promise<NoticePlan[]> {
  const { commentId, postId, formerIds } = cause;
  const comment = (await loadNoticedComments(shards, [commentId])).get(commentId);
  if (!comment) return planCommentGone(commentId, postId, formerIds);
  if (!comment.published) return [];
  const { postAuthorId, mentionedIds, authorId } = comment;
  const people = new Set([...formerIds, ...mentionedIds, postAuthorId, ...answeredIn(comment)]);
  people.delete(authorId);
  return [...people].map((recipientId) => planFor(comment, recipientId));
}

/** What a comment is to somebody: being named comes before being answered, and that before owning the post. */
export function roleIn(comment: NoticedComment, userId: string): 'mention' | 'reply' | 'comment' | null {
  if (comment.mentionedIds.includes(userId)) return 'mention';
  if (answeredIn(comment).includes(userId)) return 'reply';
  return comment.postAuthorId === userId ? 'comment' : null;
}

function answeredIn({ parentAuthorId, answeredUserId }: NoticedComment): string[] {
  return [parentAuthorId, answeredUserId].filter((userId) => userId !== null);
}

function planFor(comment: NoticedComment, recipientId: string): NoticePlan {
  const role = roleIn(comment, recipientId);
  const at = comment.editedAt ?? comment.createdAt;
  const { id: commentId, postId, authorId: actorId } = comment;
  return {
    recipientId,
    subject: noticeOf.comment(role ?? 'comment', { commentId, postId, actorId }),
    version: at,
    postAuthorId: comment.postAuthorId,
    actors: [{ userId: actorId, at }],
    gone: role === null,
    at,
  };
}

/** That people like a comment, for its writer. */
export async function planCommentLikes(
  { shards }: Services,
  { commentId, postId, authorId }: { commentId: string; postId: string; authorId: string },
): Promise<NoticePlan[]> {
  const lookedAt = Date.now();
  const [comments, crowds] = await Promise.all([
    loadNoticedComments(shards, [commentId]),
    loadCommentLikers(shards, authorId, [commentId]),
  ]);
  const comment = comments.get(commentId);
  const actors = comment?.published ? (crowds.get(commentId)?.newest ?? []) : [];
  const postAuthorId = comment?.postAuthorId ?? null;
  return [planCrowd(authorId, noticeOf.commentLikes(commentId, postId), { postAuthorId, actors, lookedAt })];
}
