import type { Comment } from '../../../../shared/contracts/index.ts';
import { isApprovable } from './describe-held.ts';

/** What the viewer may do with a comment besides liking and answering it. */
export function commentRights(comment: Comment, ownPost: boolean) {
  const { parentId, status, viewer } = comment;
  const canPin = ownPost && parentId === null && status === 'published';
  const canApprove = ownPost && isApprovable(comment);
  return { canPin, canApprove, any: canPin || canApprove || viewer.canEdit || viewer.canDelete };
}
