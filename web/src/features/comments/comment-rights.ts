import type { Comment } from '../../../../shared/contracts/index.ts';

/** What the viewer may do with a comment besides liking and answering it. */
export function commentRights({ parentId, status, viewer }: Comment, ownPost: boolean) {
  const canPin = ownPost && parentId === null && status === 'published';
  const canApprove = ownPost && status === 'held';
  return { canPin, canApprove, any: canPin || canApprove || viewer.canEdit || viewer.canDelete };
}
